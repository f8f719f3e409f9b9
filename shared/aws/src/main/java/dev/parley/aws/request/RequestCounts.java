package dev.parley.aws.request;

import java.time.Instant;

/** The requests of each merchant and visitor, counted over all sandboxes of all functions. */
public interface RequestCounts {
  /**
   * Adds requests to those that were made from the time on; returns how many they are now.
   *
   * @param whose a merchant's id, with more behind it for what is counted by itself
   * @param window when the time began for which they are counted
   */
  long add(String whose, Instant window, int requests);
}
