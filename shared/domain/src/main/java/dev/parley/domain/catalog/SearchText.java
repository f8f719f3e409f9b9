package dev.parley.domain.catalog;

import dev.parley.domain.catalog.SearchEntry.Tier;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a product is searched by: SKU and name, normalised. Letters are compared without case and in
 * NFKC (full-width digits are digits, a composed Thai sara am is its two signs), spaces of every
 * kind are one space, signs without width are left out.
 *
 * <p>The parts of a text are where a query may match inside of it: before every character (grapheme
 * cluster) of a script that is written without spaces and before every symbol, elsewhere before
 * words: after a space or punctuation, and where letters and digits meet. Of a name the first
 * {@value #MOST_NAME_PARTS} parts are searched, of a SKU the first {@value #MOST_SKU_PARTS} words.
 *
 * @param sku at most {@value #MOST} code points
 * @param name at most {@value #MOST} code points
 */
public record SearchText(String sku, String name) {
  /**
   * A transaction takes 100 items: at most these parts, a SKU's four, the whole SKU and the whole
   * name, the product and its page before and after (5) make 99.
   */
  public static final int MOST_NAME_PARTS = 88;

  private static final int MOST_SKU_PARTS = 4;
  private static final int MOST = 200;

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  public static SearchText of(Product product) {
    return of(product.sku(), product.name());
  }

  public static SearchText of(String sku, String name) {
    return new SearchText(first(normal(sku), MOST), first(normal(name), MOST));
  }

  /** Returns a text as it is compared. */
  static String normal(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(composed.length());
    composed.codePoints().forEach(c -> appendPlain(plain, c));
    return Normalizer.normalize(plain, Normalizer.Form.NFKC).strip();
  }

  private static void appendPlain(StringBuilder plain, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
      if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    } else if (!isNothing(c)) {
      plain.appendCodePoint(Character.toLowerCase(c));
    }
  }

  /**
   * Returns whether the sign is the soft hyphen, the zero-width space, the byte order mark or half
   * of a character.
   */
  private static boolean isNothing(int c) {
    return c == 0x00AD
        || c == 0x200B
        || c == 0xFEFF
        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  static String first(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** Returns everything the product is found by. */
  public Set<SearchEntry> entries() {
    Set<SearchEntry> entries = new LinkedHashSet<>();
    entries.add(new SearchEntry(Tier.SKU, sku));
    entries.add(new SearchEntry(Tier.NAME, name));
    parts().forEach(part -> entries.add(new SearchEntry(Tier.PART, part)));
    entries.removeIf(entry -> entry.text().isEmpty());
    return Collections.unmodifiableSet(entries);
  }

  /** Returns the name from each of its parts on, then the SKU from each of its words on. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(name);
    Kind before = Kind.SPACE;
    for (int at = 0; at < name.length() && parts.size() < MOST_NAME_PARTS; at = characters.next()) {
      Kind kind = Kind.of(name.codePointAt(at));
      if (kind.beginsPartAfter(before)) {
        parts.add(name.substring(at));
      }
      before = kind;
    }
    addWords(parts);
    return parts;
  }

  private void addWords(List<String> parts) {
    int at = 0;
    for (int count = 0; count < MOST_SKU_PARTS; count++) {
      parts.add(sku.substring(at));
      at = sku.indexOf(' ', at) + 1;
      if (at == 0) {
        return;
      }
    }
  }

  /** What a character is for the division into parts. */
  private enum Kind {
    SPACE,
    LETTER,
    DIGIT,
    PUNCTUATION,
    /** A character that is a part by itself. */
    SINGLE;

    static Kind of(int c) {
      if (c == ' ') {
        return SPACE;
      }
      if (WITHOUT_SPACES.contains(UnicodeScript.of(c))) {
        return SINGLE;
      }
      if (Character.isLetter(c)) {
        return LETTER;
      }
      if (Character.isDigit(c)) {
        return DIGIT;
      }
      return Character.getType(c) == Character.OTHER_SYMBOL ? SINGLE : PUNCTUATION;
    }

    boolean beginsPartAfter(Kind before) {
      return this == SINGLE || this != SPACE && this != before;
    }
  }
}
