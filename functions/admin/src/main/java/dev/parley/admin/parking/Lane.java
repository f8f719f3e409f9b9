package dev.parley.admin.parking;

import dev.parley.domain.parking.Waiting;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One kind of things with the queue that they wait for.
 *
 * @param queue takes things in their order and returns those that it didn't take
 */
public record Lane<T>(Waiting<T> waiting, UnaryOperator<List<T>> queue) {
  private static final int AT_ONCE = 100;
  private static final int MOST_ROUNDS = 50;

  /** Returns how many things were queued; it stops at the first that the queue doesn't take. */
  int sweep() {
    int queued = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<T> oldest = waiting.oldest(AT_ONCE);
      List<T> left = oldest.isEmpty() ? List.of() : queue.apply(oldest);
      List<T> taken = oldest.stream().filter(thing -> !left.contains(thing)).toList();
      waiting.release(taken);
      queued += taken.size();
      if (!left.isEmpty() || oldest.size() < AT_ONCE) {
        return queued;
      }
    }
    return queued;
  }
}
