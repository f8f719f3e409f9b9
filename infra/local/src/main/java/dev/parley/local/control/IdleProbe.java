package dev.parley.local.control;

import dev.parley.local.events.EventSources;
import dev.parley.local.lambda.Activity;
import dev.parley.local.store.QueueDepths;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Tells when nothing is left to do: no message, no stream record, no running function, no webhook
 * that a simulated platform has still to send.
 */
public final class IdleProbe {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private final Activity activity;
  private final EventSources sources;
  private final QueueDepths depths;
  private final IntSupplier pendingWebhooks;

  /**
   * @param pendingWebhooks how many the simulated platforms have still to send
   */
  public IdleProbe(
      Activity activity, EventSources sources, QueueDepths depths, IntSupplier pendingWebhooks) {
    this.activity = activity;
    this.sources = sources;
    this.depths = depths;
    this.pendingWebhooks = pendingWebhooks;
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
    return pendingWebhooks.getAsInt() == 0 && activity.quiet() && sources.quiet();
  }

  /** Dead letters that no function reads wait for a person and don't count. */
  boolean empty() {
    return sources.queues().stream()
        .map(depths::depth)
        .allMatch(depth -> depth.visible() == 0 && depth.inFlight() == 0);
  }
}
