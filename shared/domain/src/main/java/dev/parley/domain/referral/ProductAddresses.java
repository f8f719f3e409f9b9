package dev.parley.domain.referral;

import dev.parley.domain.catalog.ProductPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places in a text that may be web addresses, with or without a scheme. */
final class ProductAddresses {
  /** How many places are looked at, so that their pages are found by one batch read. */
  private static final int MOST_PLACES = 25;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://[^\\s<>\"]+"
              + "|(?<![A-Za-z0-9@._/-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}"
              + "[A-Za-z]{2,63}(?![A-Za-z0-9@-])(?::\\d{1,5})?(?:[/?#][^\\s<>\"]*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]+");
  private static final String CLOSING = ".,;:!?)]}'*_~»”’。，、；：！？）】」』》";

  private ProductAddresses() {}

  /**
   * One place.
   *
   * @param readings from the longest to the shortest: what follows an address without a space may
   *     or may not belong to it
   */
  record Found(int start, List<Reading> readings) {}

  /** One way to read an address: the text from the place's start to the end, and its page key. */
  record Reading(int end, String key) {}

  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (found.size() < MOST_PLACES && matcher.find()) {
      List<Reading> readings = readings(matcher.start(), matcher.group());
      if (!readings.isEmpty()) {
        found.add(new Found(matcher.start(), readings));
      }
    }
    return found;
  }

  private static List<Reading> readings(int start, String whole) {
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(whole);
    candidates.add(trimmed(whole));
    Matcher ascii = ASCII.matcher(whole);
    if (ascii.lookingAt()) {
      candidates.add(ascii.group());
      candidates.add(trimmed(ascii.group()));
    }
    List<Reading> readings = new ArrayList<>();
    for (String candidate : candidates) {
      ProductPage.key(candidate)
          .ifPresent(key -> readings.add(new Reading(start + candidate.length(), key)));
    }
    return readings;
  }

  private static String trimmed(String address) {
    int end = address.length();
    while (end > 0 && CLOSING.indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }
}
