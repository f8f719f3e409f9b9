package dev.parley.bench.cost;

import java.util.function.IntConsumer;

/**
 * Something that the system does again and again.
 *
 * @param goal how many times the fewest units it may take
 * @param mostInBatch how many of them a function behind the queue takes at once, at the most; 1
 *     when there is no queue
 * @param fewest what it can't do without, by the size of batches
 * @param perform does it; the number tells it from others, and those with different numbers may be
 *     done at once
 */
record Flow(String name, double goal, int mostInBatch, Fewest fewest, IntConsumer perform) {

  /** What a flow can't do without when functions behind queues take that many at once. */
  @FunctionalInterface
  interface Fewest {
    Units inBatchesOf(double size);
  }
}
