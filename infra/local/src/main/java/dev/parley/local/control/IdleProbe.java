package dev.parley.local.control;

import dev.parley.local.events.EventSources;
import dev.parley.local.lambda.Activity;
import dev.parley.local.store.QueueDepths;
import java.time.Duration;

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

  /** Waits for quiet; false when the time was over before. */
  boolean await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      long seen = activity.changes();
      if (quiet() && activity.changes() == seen) {
        return true;
      }
      if (System.nanoTime() >= end) {
        return false;
      }
      activity.awaitChange(seen, LOOK_AGAIN);
    }
  }

  /** Dead letters that no function reads wait for a person and don't count. */
  private boolean quiet() {
    return activity.quiet()
        && sources.quiet()
        && sources.queues().stream()
            .map(depths::depth)
            .allMatch(depth -> depth.visible() == 0 && depth.inFlight() == 0);
  }
}
