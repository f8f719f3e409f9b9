package dev.parley.domain.outbound;

/** Where messages are left to be sent, in order within a conversation. */
public interface Outbox {
  /**
   * Queues the message and shows it in its conversation as queued. The queue comes first: should
   * the second step fail, whoever sends the message shows it. The same id twice is the same
   * message.
   */
  void enqueue(OutboundMessage message);
}
