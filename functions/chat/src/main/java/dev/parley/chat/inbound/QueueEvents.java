package dev.parley.chat.inbound;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.id.Ids;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Queues the events of a webhook call in their order, and parks those that the queue can't take.
 */
public final class QueueEvents {
  /** What one event may have in bytes of UTF-8. */
  public static final int MOST_EVENT_BYTES = 200_000;

  /** Numbers from here on sort as text, too. */
  private static final int FIRST = 100_000;

  private final InboundQueue queue;
  private final ParkedEvents parked;

  public QueueEvents(InboundQueue queue, ParkedEvents parked) {
    this.queue = queue;
    this.parked = parked;
  }

  /**
   * An event of a call and the channel that it goes to: a call may tell of several.
   *
   * @param channel the one that it happened on
   */
  public record Addressed(Channel channel, RawEvent event) {}

  /** Queues all events of the call, or none when one of them is too large. */
  public WebhookOutcome queue(Channel channel, List<RawEvent> events, Ids ids) {
    return queue(events.stream().map(event -> new Addressed(channel, event)).toList(), ids);
  }

  /** Queues all events of the call, or none when one of them is too large. */
  public WebhookOutcome queue(List<Addressed> events, Ids ids) {
    for (int i = 0; i < events.size(); i++) {
      int bytes = events.get(i).event().json().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_EVENT_BYTES) {
        return new WebhookOutcome.TooLarge(i, bytes);
      }
    }
    if (!events.isEmpty()) {
      List<ReceivedEvent> left = queue.offer(received(events, ids));
      if (!left.isEmpty()) {
        parked.park(left);
      }
    }
    return new WebhookOutcome.Queued(events.size());
  }

  private static List<ReceivedEvent> received(List<Addressed> events, Ids ids) {
    String call = ids.next("dlv");
    return IntStream.range(0, events.size())
        .mapToObj(i -> received(events.get(i), call + "." + (FIRST + i), ids))
        .toList();
  }

  private static ReceivedEvent received(Addressed addressed, String deliveryId, Ids ids) {
    Channel channel = addressed.channel();
    RawEvent event = addressed.event();
    return new ReceivedEvent(
        channel.merchantId(),
        channel.id(),
        channel.type(),
        deliveryId,
        event.id(),
        event.sender(),
        ids.startedAt(),
        event.json());
  }
}
