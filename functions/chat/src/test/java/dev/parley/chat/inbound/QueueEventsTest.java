package dev.parley.chat.inbound;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.id.SeededIds;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.testkit.chat.RecordingQueue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QueueEventsTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final ChannelId ID = new ChannelId("the-shop");

  private final RecordingQueue queue = new RecordingQueue();

  private WebhookOutcome queue(ChannelType type, RawEvent... events) {
    Channel channel = new Channel(ID, MERCHANT, type, "Shop", null);
    SeededIds ids = new SeededIds(new byte[16], NOON);
    return new QueueEvents(queue, queue).queue(channel, List.of(events), ids);
  }

  @ParameterizedTest
  @EnumSource
  void anEventIsQueuedWithAllThatItsChannelSaysOfIt(ChannelType type) {
    WebhookOutcome outcome =
        queue(type, new RawEvent("1", "U1", "{\"n\":1}"), new RawEvent("2", null, "{\"n\":2}"));

    ReceivedEvent first = queue.queued().getFirst();
    ReceivedEvent second = queue.queued().getLast();
    assertEquals(new WebhookOutcome.Queued(2), outcome);
    assertEquals(
        new ReceivedEvent(MERCHANT, ID, type, first.deliveryId(), "1", "U1", NOON, "{\"n\":1}"),
        first);
    assertEquals("2", second.eventId());
    assertTrue(first.deliveryId().compareTo(second.deliveryId()) < 0);
  }
}
