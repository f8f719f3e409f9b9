package dev.parley.local.store;

/** How many messages each queue holds. */
public interface QueueDepths {
  Depth depth(String queue);

  /** The address of a queue as the queues themselves take it: only its path counts. */
  static String url(String queue) {
    return "http://127.0.0.1/000000000000/" + queue;
  }

  /** Messages that can be received, that are being worked on, and that are not yet due. */
  record Depth(long visible, long inFlight, long delayed) {}
}
