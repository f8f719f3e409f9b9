package dev.parley.domain.inbound;

import java.util.List;

/**
 * The queue between webhooks and conversations: events of one person or group are handled one at a
 * time, in order; the same event twice within minutes is queued once.
 */
public interface InboundQueue {
  /** Queues the events, in order; returns those that were not taken. */
  List<ReceivedEvent> offer(List<ReceivedEvent> events);
}
