package dev.parley.aws.chat;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.InboundEvent;
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

/** Events and messages of one customer of one merchant. */
final class ChatTestData {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final ChannelId CHANNEL = new ChannelId("line-shop");
  static final String CUSTOMER = "U00000000000000000000000000000001";

  private ChatTestData() {}

  static ReceivedEvent received(MerchantId merchant, String eventId, String deliveryId) {
    return new ReceivedEvent(
        merchant,
        CHANNEL,
        ChannelType.LINE,
        deliveryId,
        eventId,
        CUSTOMER,
        NOON,
        "{\"type\":\"message\",\"n\":\"" + eventId + "\"}");
  }

  static Arrival text(MerchantId merchant, String eventId, int second, int sequence) {
    return arrival(
        received(merchant, eventId, "dlv_" + eventId),
        new Text("say " + eventId),
        second,
        sequence);
  }

  static Arrival arrival(ReceivedEvent received, MessageContent content, int second, int sequence) {
    InboundEvent event =
        new InboundEvent(
            NOON.plusSeconds(second),
            new InboundEvent.Source(InboundEvent.Source.Kind.PERSON, CUSTOMER),
            "line-" + received.eventId(),
            "token-" + received.eventId(),
            !(content instanceof MessageContent.Unknown),
            content,
            null);
    return new Arrival(received, event, CUSTOMER, "%020d".formatted(sequence));
  }

  static OutboundMessage message(Arrival answered, String id, @Nullable String token) {
    return new OutboundMessage(
        new MessageId(id),
        answered.received().merchantId(),
        answered.conversationId(),
        CHANNEL,
        ChannelType.LINE,
        CUSTOMER,
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
