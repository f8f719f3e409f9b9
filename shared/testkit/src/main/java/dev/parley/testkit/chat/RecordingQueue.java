package dev.parley.testkit.chat;

import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The inbound queue and the place where events are parked, in memory; the queue can be shut. */
public final class RecordingQueue implements InboundQueue, ParkedEvents {
  private final List<ReceivedEvent> queued = new ArrayList<>();
  private final NavigableSet<ReceivedEvent> parked =
      new TreeSet<>(
          Comparator.comparing(ReceivedEvent::receivedAt).thenComparing(ReceivedEvent::deliveryId));
  private boolean shut;

  public void shut() {
    shut = true;
  }

  public List<ReceivedEvent> queued() {
    return List.copyOf(queued);
  }

  @Override
  public List<ReceivedEvent> offer(List<ReceivedEvent> events) {
    if (shut) {
      return events;
    }
    queued.addAll(events);
    return List.of();
  }

  @Override
  public void park(List<ReceivedEvent> events) {
    parked.addAll(events);
  }

  @Override
  public List<ReceivedEvent> oldest(int most) {
    return parked.stream().limit(most).toList();
  }

  @Override
  public void release(List<ReceivedEvent> events) {
    events.forEach(parked::remove);
  }
}
