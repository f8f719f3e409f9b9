package dev.parley.admin.inbound;

import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import java.util.List;

/** Queues the events that the queue could not take when they came, the oldest first. */
public final class SweepParkedEvents {
  private static final int AT_ONCE = 100;
  private static final int MOST_ROUNDS = 50;

  private final ParkedEvents parked;
  private final InboundQueue queue;

  public SweepParkedEvents(ParkedEvents parked, InboundQueue queue) {
    this.parked = parked;
    this.queue = queue;
  }

  /** Returns how many events were queued; it stops at the first that the queue doesn't take. */
  public int sweep() {
    int queued = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<ReceivedEvent> oldest = parked.oldest(AT_ONCE);
      List<ReceivedEvent> left = oldest.isEmpty() ? List.of() : queue.offer(oldest);
      List<ReceivedEvent> taken = oldest.stream().filter(event -> !left.contains(event)).toList();
      parked.release(taken);
      queued += taken.size();
      if (!left.isEmpty() || oldest.size() < AT_ONCE) {
        return queued;
      }
    }
    return queued;
  }
}
