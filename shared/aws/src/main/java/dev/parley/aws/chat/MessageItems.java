package dev.parley.aws.chat;

import dev.parley.aws.item.Deflated;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages as items. */
final class MessageItems {
  static final String STATUS = "status";
  static final String CONTENT = "content";
  static final String RAW = "raw";
  static final String KIND = "kind";
  static final String SENT_AT = "sentAt";
  static final String PLATFORM_ID = "platformMessageId";
  static final String WITHDRAWN_AT = "withdrawnAt";
  static final String FAILURE = "failure";
  static final String PROGRESS = "progress";
  static final String PROGRESS_FAILURE = "progressFailure";
  static final String COUNTS = "counts";
  static final String DELIVERY_ID = "deliveryId";
  static final String SEQUENCE = "sequence";
  static final String DIRECTION = "direction";
  private static final String RECEIVED_AT = "receivedAt";
  static final String AGENT_ID = "agentId";
  static final String REFERRAL_ID = "referralId";
  static final String STORE_ID = "storeId";
  static final String COUNTED_ON = "countedOn";
  static final String REPLAYED_BY = "replayedBy";

  private MessageItems() {}

  /** Returns the attributes of a message that arrived, its raw event among them. */
  static Item inbound(Arrival arrival) {
    MessageContent content = arrival.event().content();
    return Item.empty()
        .text(DIRECTION, direction(arrival).wireName())
        .text(KIND, MessageKind.of(content).wireName())
        .text(CONTENT, ContentJson.text(content))
        .text(STATUS, arrived(arrival).wireName())
        .time(SENT_AT, arrival.event().sentAt())
        .time(RECEIVED_AT, arrival.received().receivedAt())
        .text(PLATFORM_ID, arrival.event().platformMessageId())
        .text(DELIVERY_ID, arrival.received().deliveryId())
        .text(SEQUENCE, arrival.sequence())
        .bytes(RAW, Deflated.of(arrival.received().raw().getBytes(StandardCharsets.UTF_8)));
  }

  static Direction direction(Arrival arrival) {
    return arrival.event().meaning() instanceof Meaning.Echoed
        ? Direction.OUTBOUND
        : Direction.INBOUND;
  }

  /** Returns the status that a message arrives in: what the shop said elsewhere is sent. */
  static Status arrived(Arrival arrival) {
    return arrival.event().meaning() instanceof Meaning.Echoed ? Status.SENT : Status.RECEIVED;
  }

  /** Returns the attributes of one of our messages that don't change on its way. */
  static Item outbound(OutboundMessage message) {
    ReferralId referral = message.referralId();
    return Item.empty()
        .text(DIRECTION, Direction.OUTBOUND.wireName())
        .text(KIND, MessageKind.of(message.content()).wireName())
        .text(CONTENT, ContentJson.text(message.content()))
        .text(AGENT_ID, message.agentId().value())
        .text(REFERRAL_ID, referral == null ? null : referral.value())
        .with(counted(message));
  }

  /** Returns what the reports count the message by, beside agent and referral. */
  private static Item counted(OutboundMessage message) {
    for (Count count : message.counts()) {
      if (count.cell() instanceof CellKey.Sales sales) {
        StoreId store = sales.storeId();
        return Item.empty()
            .text(COUNTED_ON, sales.day().toString())
            .text(STORE_ID, store == null ? null : store.value());
      }
    }
    return Item.empty();
  }

  static Item failure(Failure failure) {
    return Item.empty()
        .text("code", failure.code())
        .text("reason", failure.reason())
        .texts("alternatives", failure.alternatives());
  }

  static Message read(MerchantId merchant, ConversationId conversation, Item item) {
    MessageContent content = ContentJson.read(item.optionalText(CONTENT));
    return new Message(
        new MessageId(item.text("sk")),
        merchant,
        conversation,
        Direction.valueOf(item.text(DIRECTION).toUpperCase(Locale.ROOT)),
        MessageKind.named(item.text(KIND)).orElse(MessageKind.UNKNOWN),
        content,
        item.time(SENT_AT),
        item.optionalTime(RECEIVED_AT),
        status(item),
        failure(item),
        agent(item.optionalText(AGENT_ID)),
        item.optionalText(PLATFORM_ID),
        item.optionalTime(WITHDRAWN_AT),
        raw(item, content));
  }

  /** Returns the raw event that the item holds, beside what was made of it. */
  static KeptEvent kept(EventPlace place, Item item) {
    String run = item.optionalText(REPLAYED_BY);
    return new KeptEvent(
        place,
        new MessageId(item.text("sk")),
        MessageKind.named(item.text(KIND)).orElse(MessageKind.UNKNOWN),
        readable(() -> ContentJson.read(item.optionalText(CONTENT))),
        item.optionalText(PLATFORM_ID),
        item.optionalTime(WITHDRAWN_AT),
        received(item),
        item.has(RAW) ? readable(() -> raw(item)) : null,
        run == null ? null : new ReplayId(run));
  }

  /** What is broken can be made anew from the raw event, or, when that is broken, is told of. */
  private static <T> @Nullable T readable(Supplier<@Nullable T> reader) {
    try {
      return reader.get();
    } catch (IllegalStateException | IllegalArgumentException e) {
      return null;
    }
  }

  private static KeptEvent.@Nullable Received received(Item item) {
    return item.has(DELIVERY_ID)
        ? new KeptEvent.Received(
            item.time(RECEIVED_AT), item.text(DELIVERY_ID), item.text(SEQUENCE))
        : null;
  }

  /** Returns how far the message is: as we left it, and then as the platform told. */
  static Status status(Item item) {
    Status status = Status.valueOf(item.text(STATUS).toUpperCase(Locale.ROOT));
    Progress progress = progress(item);
    return status != Status.SENT || progress == null
        ? status
        : switch (progress) {
          case SENT -> Status.SENT;
          case FAILED -> Status.FAILED;
          case DELIVERED -> Status.DELIVERED;
          case READ -> Status.READ;
        };
  }

  private static @Nullable Progress progress(Item item) {
    Long rank = item.optionalNumber(PROGRESS);
    return rank == null ? null : Progress.ofRank(rank);
  }

  private static @Nullable AgentId agent(@Nullable String id) {
    return id == null ? null : new AgentId(id);
  }

  private static @Nullable Failure failure(Item item) {
    boolean told = item.has(PROGRESS_FAILURE) && !item.has(FAILURE);
    return told ? failure(item, PROGRESS_FAILURE) : leftAs(item);
  }

  /** Returns why we left it as it is, whatever the platform told since. */
  static @Nullable Failure leftAs(Item item) {
    return failure(item, FAILURE);
  }

  private static @Nullable Failure failure(Item item, String name) {
    if (!item.has(name)) {
      return null;
    }
    Item failure = item.map(name);
    return new Failure(failure.text("code"), failure.text("reason"), failure.texts("alternatives"));
  }

  private static @Nullable String raw(Item item, @Nullable MessageContent content) {
    return content instanceof MessageContent.Unknown && item.has(RAW) ? raw(item) : null;
  }

  private static String raw(Item item) {
    return new String(Deflated.inflate(item.bytes(RAW)), StandardCharsets.UTF_8);
  }
}
