package dev.parley.domain.catalog;

/**
 * One text that a product is found by when a query is the beginning of it.
 *
 * @param text normalised, at most {@link #MOST} code points
 */
public record SearchEntry(Tier tier, String text) {
  /** How many code points of a text are kept; longer queries are checked against the product. */
  public static final int MOST = 64;

  public SearchEntry {
    text = SearchText.first(text, MOST);
  }

  /** What a text is of a product, from the best match to the least. */
  public enum Tier {
    SKU("K"),
    NAME("N"),
    PART("P");

    private final String code;

    Tier(String code) {
      this.code = code;
    }

    /** Returns the letter that stands for the tier in keys. */
    public String code() {
      return code;
    }
  }
}
