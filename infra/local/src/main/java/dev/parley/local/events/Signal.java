package dev.parley.local.events;

import dev.parley.local.store.QueueClock;
import java.util.PriorityQueue;

/** Wakes whoever waits for work: at once when raised, or when something falls due. */
final class Signal {
  private final QueueClock clock;
  private final PriorityQueue<Long> dues = new PriorityQueue<>();
  private long raised;

  Signal(QueueClock clock) {
    this.clock = clock;
  }

  synchronized void raise() {
    raised++;
    notifyAll();
  }

  /** How often it was raised. */
  synchronized long raised() {
    return raised;
  }

  /** Notes that there may be work at that time of the queues' clock. */
  synchronized void dueAt(long millis) {
    dues.add(millis);
    notifyAll();
  }

  /** Waits until it was raised more often than seen, or something is due, or the time is over. */
  synchronized void await(long seen, long longestMillis) throws InterruptedException {
    long end = clock.nowMillis() + longestMillis;
    while (raised == seen) {
      long now = clock.nowMillis();
      Long due = dues.peek();
      if (now >= end || (due != null && due <= now)) {
        break;
      }
      wait(Math.min(end, due == null ? end : due) - now);
    }
    while (!dues.isEmpty() && dues.peek() <= clock.nowMillis()) {
      dues.poll();
    }
  }
}
