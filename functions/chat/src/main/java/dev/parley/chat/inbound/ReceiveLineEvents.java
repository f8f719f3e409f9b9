package dev.parley.chat.inbound;

import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.line.LineSignature;
import dev.parley.platforms.line.LineWebhookBody;
import dev.parley.platforms.line.LineWebhookBody.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a call of LINE's webhook: verifies it, queues each of its events, and parks those that
 * the queue can't take. While its channel is known it reads no table.
 */
public final class ReceiveLineEvents {
  /** What one event may have in bytes of UTF-8; LINE's longest text makes some 40,000. */
  public static final int MOST_EVENT_BYTES = 200_000;

  /** Numbers from here on sort as text, too. */
  private static final int FIRST = 100_000;

  private final ConnectedChannels channels;
  private final InboundQueue queue;
  private final ParkedEvents parked;

  public ReceiveLineEvents(ConnectedChannels channels, InboundQueue queue, ParkedEvents parked) {
    this.channels = channels;
    this.queue = queue;
    this.parked = parked;
  }

  /** What becomes of a call. */
  public sealed interface Outcome {
    /** All events are safe. */
    record Queued(int count) implements Outcome {}

    /** The signature is missing or doesn't fit; nothing is kept. */
    record BadSignature() implements Outcome {}

    /** No LINE channel has the id. */
    record UnknownChannel() implements Outcome {}

    /** It is signed, but not a list of events. */
    record NoEvents(String detail) implements Outcome {}

    /** An event is larger than the queue carries; none of the call's events is kept. */
    record TooLarge(int position, int bytes) implements Outcome {}
  }

  /**
   * @param body the bytes exactly as they were received
   */
  public Outcome events(ChannelId id, @Nullable String signature, byte[] body, Ids ids) {
    Optional<ConnectedChannel> channel = channels.find(id);
    if (channel.isEmpty()) {
      return new Outcome.UnknownChannel();
    }
    Optional<ConnectedChannel> signer =
        signature == null
            ? Optional.empty()
            : channel
                .filter(known -> isSigned(known, signature, body))
                .or(() -> channels.findFresh(id).filter(now -> isSigned(now, signature, body)));
    return signer.map(known -> queued(known, body, ids)).orElseGet(Outcome.BadSignature::new);
  }

  private static boolean isSigned(ConnectedChannel channel, String signature, byte[] body) {
    return switch (channel.credentials()) {
      case ChannelCredentials.Line line ->
          LineSignature.matches(line.channelSecret(), body, signature);
    };
  }

  private Outcome queued(ConnectedChannel channel, byte[] body, Ids ids) {
    try {
      return LineWebhookBody.events(body)
          .map(events -> queued(channel, events, ids))
          .orElseGet(() -> new Outcome.NoEvents("The body has no list \"events\"."));
    } catch (MalformedJson e) {
      return new Outcome.NoEvents("The body is not JSON: " + e.getMessage());
    }
  }

  private Outcome queued(ConnectedChannel channel, List<RawEvent> events, Ids ids) {
    for (int i = 0; i < events.size(); i++) {
      int bytes = events.get(i).json().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_EVENT_BYTES) {
        return new Outcome.TooLarge(i, bytes);
      }
    }
    List<ReceivedEvent> received = received(channel, events, ids);
    if (!received.isEmpty()) {
      List<ReceivedEvent> left = queue.offer(received);
      if (!left.isEmpty()) {
        parked.park(left);
      }
    }
    return new Outcome.Queued(received.size());
  }

  private static List<ReceivedEvent> received(
      ConnectedChannel channel, List<RawEvent> events, Ids ids) {
    String call = ids.next("dlv");
    return IntStream.range(0, events.size())
        .mapToObj(i -> received(channel, events.get(i), call + "." + (FIRST + i), ids))
        .toList();
  }

  private static ReceivedEvent received(
      ConnectedChannel channel, RawEvent event, String deliveryId, Ids ids) {
    return new ReceivedEvent(
        channel.channel().merchantId(),
        channel.channel().id(),
        channel.channel().type(),
        deliveryId,
        event.id(),
        event.sender(),
        ids.startedAt(),
        event.json());
  }
}
