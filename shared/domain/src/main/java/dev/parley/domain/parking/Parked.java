package dev.parley.domain.parking;

import java.util.List;

/**
 * Things that a queue could not take, kept until it can.
 *
 * @param <T> what the queue carries
 */
public interface Parked<T> {
  void park(List<T> things);

  /** Returns those that have waited longest, the longest first, of one moment by their ids. */
  List<T> oldest(int most);

  /** Forgets what the queue has taken. */
  void release(List<T> things);
}
