package dev.parley.domain.parking;

import java.util.List;

/**
 * Things that are to go into a queue.
 *
 * @param <T> what the queue carries
 */
public interface Waiting<T> {
  /** Returns those that have waited longest, the longest first, of one moment by their ids. */
  List<T> oldest(int most);

  /** Forgets what the queue has taken. */
  void release(List<T> things);
}
