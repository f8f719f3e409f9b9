package dev.parley.domain.forward;

import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** What changes tell, for changes whose telling was given up. */
public interface Occurrences {
  /**
   * Returns what the place holds now, as if it had just come; empty when no event is made of it.
   */
  Optional<Occurrence> find(Place place, Instant now);

  /**
   * Where a change was.
   *
   * @param partition begins with the merchant's id
   */
  record Place(String partition, String name) {
    public MerchantId merchantId() {
      int end = partition.indexOf('#');
      return new MerchantId(end < 0 ? partition : partition.substring(0, end));
    }
  }
}
