package dev.parley.domain.parking;

import java.util.List;

/**
 * Things that a queue could not take, kept until it can.
 *
 * @param <T> what the queue carries
 */
public interface Parked<T> extends Waiting<T> {
  void park(List<T> things);
}
