package dev.parley.local.control;

import dev.parley.local.events.EventSources;
import dev.parley.local.lambda.Activity;
import dev.parley.local.store.QueueDepths;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells when nothing is left to do: no message, no stream record, no running function. */
public final class IdleProbe {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private final Activity activity;
  private final EventSources sources;
  private final QueueDepths depths;

  public IdleProbe(Activity activity, EventSources sources, QueueDepths depths) {
    this.activity = activity;
    this.sources = sources;
    this.depths = depths;
  }

  /** Waits until nothing is left to do; false when the time was over before. */
  boolean awaitIdle(Duration longest) throws InterruptedException {
    return await(longest, () -> resting() && empty());
  }

  /**
   * Waits until nothing happens any more before the clock moves: what is left in a queue was tried
   * and waits for its time. False when the time was over before.
   */
  boolean awaitRest(Duration longest) throws InterruptedException {
    return await(longest, this::resting);
  }

  private boolean await(Duration longest, BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      long seen = activity.changes();
      if (reached.getAsBoolean() && activity.changes() == seen) {
        return true;
      }
      if (System.nanoTime() >= end) {
        return false;
      }
      activity.awaitChange(seen, LOOK_AGAIN);
    }
  }

  private boolean resting() {
    return activity.quiet() && sources.quiet();
  }

  /** Dead letters that no function reads wait for a person and don't count. */
  boolean empty() {
    return sources.queues().stream()
        .map(depths::depth)
        .allMatch(depth -> depth.visible() == 0 && depth.inFlight() == 0);
  }
}
