package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.referral.Referral;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Openings as items. */
final class OpeningItems {
  private static final String OPENED = "opened";

  private OpeningItems() {}

  static Item item(String pk, Openings openings) {
    Item item = Item.at(pk, ReferralKeys.OPENINGS);
    openings.first().forEach((position, at) -> item.time(OPENED + position, at));
    return item;
  }

  static Openings openings(Item item) {
    Map<Integer, Instant> first = new HashMap<>();
    for (int i = 0; i < Referral.MOST_PRODUCTS; i++) {
      Instant at = item.optionalTime(OPENED + i);
      if (at != null) {
        first.put(i, at);
      }
    }
    return new Openings(first);
  }

  /** Returns a text that is the same for the same openings alone. */
  static String version(Openings openings) {
    StringBuilder version = new StringBuilder();
    new TreeMap<>(openings.first())
        .forEach(
            (position, at) ->
                version.append(position).append('@').append(at.toEpochMilli()).append(' '));
    return version.toString();
  }
}
