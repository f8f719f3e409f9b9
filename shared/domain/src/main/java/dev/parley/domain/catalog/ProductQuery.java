package dev.parley.domain.catalog;

import dev.parley.domain.catalog.SearchEntry.Tier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for in a catalogue. It finds a product whose SKU or name begins with the
 * whole query, and one of whose SKU and name every word of the query is the beginning of a part
 * (see {@link SearchText}).
 *
 * @param text normalised
 */
public record ProductQuery(String text) {
  /** How many characters a query may have. */
  public static final int MOST = 200;

  public static ProductQuery of(String text) {
    return new ProductQuery(SearchText.normal(text));
  }

  public boolean isBlank() {
    return text.isEmpty();
  }

  /** Returns what the texts of the tier that can match begin with. */
  public String prefix(Tier tier) {
    return SearchText.first(tier == Tier.PART ? longestWord() : text, SearchEntry.MOST);
  }

  /**
   * Returns the one entry of the product that stands for it in this query's results: the best, and
   * of equal ones the first; empty when the query doesn't find the product.
   */
  public Optional<SearchEntry> match(SearchText product) {
    if (product.sku().startsWith(text)) {
      return Optional.of(new SearchEntry(Tier.SKU, product.sku()));
    }
    if (product.name().startsWith(text)) {
      return Optional.of(new SearchEntry(Tier.NAME, product.name()));
    }
    List<String> parts = product.parts();
    if (!words().stream().allMatch(word -> parts.stream().anyMatch(p -> p.startsWith(word)))) {
      return Optional.empty();
    }
    String longest = longestWord();
    return parts.stream()
        .filter(part -> part.startsWith(longest))
        .findFirst()
        .map(part -> new SearchEntry(Tier.PART, part));
  }

  private List<String> words() {
    return List.of(text.split(" "));
  }

  private String longestWord() {
    return words().stream()
        .max(Comparator.comparingInt(word -> word.codePointCount(0, word.length())))
        .orElseThrow();
  }
}
