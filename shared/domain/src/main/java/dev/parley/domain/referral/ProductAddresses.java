package dev.parley.domain.referral;

import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.referral.AddressRuns.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places in a text that may be web addresses, with or without a scheme. */
final class ProductAddresses {
  /** How many keys a text has at the most, so that their pages are found by one batch read. */
  private static final int MOST_KEYS = 100;

  private static final int MOST_KEYS_OF_PLACE = 24;

  private ProductAddresses() {}

  /**
   * One place.
   *
   * @param within where the address starts whose part this place is, unless that one ends before
   * @param readings from the longest to the shortest: what follows an address without a space may
   *     or may not belong to it
   */
  record Found(String text, int start, @Nullable Integer within, List<Reading> readings) {
    /** Whether what is between the ends may be no part of the address at all. */
    boolean mayEnd(int end, int longest) {
      return "=&?#%+".indexOf(text.charAt(end - 1)) < 0
          && text.substring(end, longest).chars().noneMatch(c -> c == '=' || c == '&');
    }
  }

  /** One way to read an address: the text from the place's start to the end, and its page key. */
  record Reading(int end, String key) {}

  static List<Found> in(String text) {
    List<Run> runs = AddressRuns.in(text);
    List<Found> found = new ArrayList<>();
    for (Run run : runs) {
      int most = Math.min(MOST_KEYS_OF_PLACE, MOST_KEYS / runs.size());
      List<Reading> readings = readings(text, run, most);
      if (!readings.isEmpty()) {
        found.add(new Found(text, run.start(), run.within(), readings));
      }
    }
    return found;
  }

  private static List<Reading> readings(String text, Run run, int most) {
    List<Reading> readings = new ArrayList<>();
    for (int end : AddressEnds.of(text, run, most)) {
      ProductPage.key(text.substring(run.start(), end))
          .ifPresent(key -> readings.add(new Reading(end, key)));
    }
    return readings;
  }
}
