package dev.parley.aws.request;

import dev.parley.domain.id.MerchantId;
import java.time.Instant;

/** The requests of each merchant, counted over all sandboxes of all functions. */
public interface RequestCounts {
  /**
   * Adds requests to those that were made from the time on; returns how many they are now.
   *
   * @param window when the time began for which they are counted
   */
  long add(MerchantId merchant, Instant window, int requests);
}
