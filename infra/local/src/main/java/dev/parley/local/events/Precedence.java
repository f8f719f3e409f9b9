package dev.parley.local.events;

import java.util.function.BooleanSupplier;

/**
 * Requests before queues: while somebody waits for an answer, each queue is worked on one batch at
 * a time. On AWS neither takes the other's processors; here they share them.
 */
public final class Precedence {
  private int requests;

  synchronized void requestBegins() {
    requests++;
  }

  synchronized void requestEnds() {
    requests--;
    notifyAll();
  }

  /** Tells that a queue has a batch less under way. */
  synchronized void batchEnds() {
    notifyAll();
  }

  /**
   * Waits for as long as requests are under way and the queue has a batch under way already.
   *
   * @param busy whether it has
   */
  synchronized void awaitTurn(BooleanSupplier busy) throws InterruptedException {
    while (requests > 0 && busy.getAsBoolean()) {
      wait();
    }
  }
}
