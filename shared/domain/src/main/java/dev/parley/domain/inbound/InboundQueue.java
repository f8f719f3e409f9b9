package dev.parley.domain.inbound;

import java.util.List;

/**
 * The queue between webhooks and conversations: events of one person or group are handled one at a
 * time, in order; the same event twice within minutes is queued once.
 */
public interface InboundQueue {
  /**
   * Queues the events, in order; returns those that were not taken. Of one person's events those
   * after one that was not taken are held back, but for the few that went in the same request and
   * were taken by themselves: they are handled before it.
   */
  List<ReceivedEvent> offer(List<ReceivedEvent> events);
}
