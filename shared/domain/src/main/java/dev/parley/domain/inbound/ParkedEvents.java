package dev.parley.domain.inbound;

import java.util.List;

/** Events that the queue could not take, kept until it can. */
public interface ParkedEvents {
  void park(List<ReceivedEvent> events);

  /** Returns the events that have waited longest, the longest first. */
  List<ReceivedEvent> oldest(int most);

  /** Forgets events that the queue has taken. */
  void release(List<ReceivedEvent> events);
}
