package dev.parley.domain.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Percent forms of parts of web addresses. */
final class Percent {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** Escapes of what is not ASCII. */
  private static final Pattern LETTERS = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

  private static final String UNSAFE = "\"<>[]\\^`{|}";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Percent() {}

  /** Returns the part in ASCII: what an address can't have as it is gets its percent form. */
  static String escaped(String part) {
    if (part.chars().allMatch(Percent::isSafe)) {
      return part;
    }
    StringBuilder escaped = new StringBuilder(part.length() + 32);
    for (byte b : part.getBytes(UTF_8)) {
      if (isSafe(b)) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(HEX.toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  /**
   * Returns what all forms of the part share: its letters composed (NFC), escaped, with capitals in
   * the escapes and without escapes of what needs none.
   */
  static String normal(String part) {
    String escaped = escaped(part);
    if (escaped.indexOf('%') < 0) {
      return escaped;
    }
    String written = LETTERS.matcher(escaped).replaceAll(Percent::letters);
    String composed = escaped(Normalizer.normalize(written, Normalizer.Form.NFC));
    return ESCAPE.matcher(composed).replaceAll(Percent::normalEscape);
  }

  /** Returns what the escapes stand for; themselves when they are no UTF-8. */
  private static String letters(MatchResult escapes) {
    byte[] bytes = HEX.parseHex(escapes.group().replace("%", ""));
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return escapes.group();
    }
  }

  private static String normalEscape(MatchResult escape) {
    int c = HexFormat.fromHexDigits(escape.group(), 1, 3);
    return isUnreserved(c) ? Character.toString(c) : escape.group().toUpperCase(Locale.ROOT);
  }

  private static boolean isUnreserved(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
  }

  private static boolean isSafe(int c) {
    return c > 0x20 && c < 0x7f && UNSAFE.indexOf(c) < 0;
  }
}
