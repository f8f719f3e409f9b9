package dev.parley.local.store;

/** How many messages each queue holds. */
public interface QueueDepths {
  Depth depth(String queue);

  /** Messages that can be received, that are being worked on, and that are not yet due. */
  record Depth(long visible, long inFlight, long delayed) {}
}
