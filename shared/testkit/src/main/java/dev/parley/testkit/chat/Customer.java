package dev.parley.testkit.chat;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer of a merchant and what passes between them around noon, with all that a test doesn't
 * care about filled in.
 */
public record Customer(MerchantId merchant, String id) {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  public static final ChannelId CHANNEL = new ChannelId("line-shop");

  public ConversationId conversationId() {
    return Conversation.idOf(CHANNEL, id);
  }

  public ReceivedEvent received(String eventId, String deliveryId) {
    return new ReceivedEvent(
        merchant,
        CHANNEL,
        ChannelType.LINE,
        deliveryId,
        eventId,
        id,
        NOON,
        "{\"type\":\"message\",\"n\":\"" + eventId + "\"}");
  }

  /**
   * Returns a text with its reply token.
   *
   * @param second the platform's time
   * @param sequence the queue's number of the delivery
   */
  public Arrival says(String eventId, int second, int sequence) {
    return sends(eventId, new Text("say " + eventId), second, sequence);
  }

  /** Returns a message; of a content that is unknown, an event by which nobody speaks. */
  public Arrival sends(String eventId, MessageContent content, int second, int sequence) {
    return arrival(received(eventId, "dlv_" + eventId), content, second, sequence);
  }

  public Arrival arrival(ReceivedEvent received, MessageContent content, int second, int sequence) {
    InboundEvent event =
        new InboundEvent(
            NOON.plusSeconds(second),
            new Source(Source.Kind.PERSON, id),
            "token-" + received.eventId(),
            meaning(received, content));
    return new Arrival(received, event, id, "%020d".formatted(sequence));
  }

  private static Meaning meaning(ReceivedEvent received, MessageContent content) {
    return content instanceof Unknown(String rawType)
        ? new Meaning.Other(rawType)
        : new Meaning.Said("line-" + received.eventId(), content);
  }

  /**
   * Returns a text of an agent, queued 20 seconds after noon, which counts as one message.
   *
   * @param token the reply token that it may use, if any
   */
  public OutboundMessage answer(String messageId, @Nullable String token) {
    return new OutboundMessage(
        new MessageId(messageId),
        merchant,
        conversationId(),
        CHANNEL,
        ChannelType.LINE,
        id,
        false,
        token == null ? null : new ReplyToken(token, NOON),
        new Text("answer"),
        "zh-TW",
        new AgentId("agt_1"),
        null,
        NOON.plusSeconds(20),
        List.of(
            new Count(
                new CellKey.Sales(
                    LocalDate.of(2026, 11, 24),
                    new AgentId("agt_1"),
                    null,
                    CHANNEL,
                    ChannelType.LINE,
                    CellKey.LinkKind.NONE),
                Figures.of(Figure.MESSAGES, 1))));
  }
}
