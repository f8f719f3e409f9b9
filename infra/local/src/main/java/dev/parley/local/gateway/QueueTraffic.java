package dev.parley.local.gateway;

import java.time.Duration;

/** Told what functions do to queues, so that nobody has to poll them. */
public interface QueueTraffic {
  /** Something in the queue changed: a message came, went or became visible. */
  void changed(String queue);

  /** A message becomes visible after the delay. */
  void dueAfter(String queue, Duration delay);
}
