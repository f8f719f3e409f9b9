package dev.parley.local.lambda;

import java.time.Duration;

/** How many invocations run or wait, and a count of all that happened, to notice quiet by. */
public final class Activity {
  private long running;
  private long changes;

  /** Something happened that may lead to work. */
  public synchronized void changed() {
    changes++;
    notifyAll();
  }

  public synchronized void began() {
    running++;
    changed();
  }

  public synchronized void ended() {
    running--;
    changed();
  }

  public synchronized long changes() {
    return changes;
  }

  public synchronized boolean quiet() {
    return running == 0;
  }

  /** Waits until something happens after the count seen, or the time is over. */
  public synchronized void awaitChange(long seen, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (changes == seen && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
