package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.domain.replay.Walk;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Raw events beside what was made of them, and what is set right in it, in memory. */
public final class InMemoryKeptEvents implements KeptEvents, Corrections {
  private final InMemoryConversations conversations;
  private final InMemoryMessages messages;
  private final InMemoryArrivals arrivals;
  private final Map<String, ReplayId> changedBy = new HashMap<>();
  private final Map<String, Arrival> corrected = new HashMap<>();

  public InMemoryKeptEvents(
      InMemoryConversations conversations, InMemoryMessages messages, InMemoryArrivals arrivals) {
    this.conversations = conversations;
    this.messages = messages;
    this.arrivals = arrivals;
  }

  @Override
  public Page<EventPlace> conversations(
      MerchantId merchant, @Nullable ChannelId channel, Walk walk, int limit) {
    Inbox.Filter filter = new Inbox.Filter(null, null, channel, null, walk.from(), walk.to());
    String after = walk.after();
    Comparator<String> order =
        walk.newestFirst() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    List<EventPlace> left =
        conversations.list(merchant, filter, new PageRequest(10_000, null)).items().stream()
            .map(InMemoryKeptEvents::place)
            .filter(place -> after == null || order.compare(position(place), after) > 0)
            .sorted(Comparator.comparing(InMemoryKeptEvents::position, order))
            .toList();
    List<EventPlace> items = left.subList(0, Math.min(left.size(), limit));
    return new Page<>(items, left.size() > items.size() ? items.getLast().position() : null);
  }

  private static String position(EventPlace place) {
    return String.valueOf(place.position());
  }

  private static EventPlace place(Conversation head) {
    String position = "%015d#%s".formatted(head.lastMessageAt().toEpochMilli(), head.id());
    return new EventPlace(
        head.merchantId(), head.channelId(), head.channelType(), head.id(), position);
  }

  @Override
  public Page<KeptEvent> received(EventPlace place, Instant from, Instant to, PageRequest page) {
    String cursor = page.cursor();
    List<KeptEvent> left =
        all(place)
            .filter(event -> isReceived(event, from, to))
            .filter(event -> cursor == null || event.id().value().compareTo(cursor) > 0)
            .toList();
    List<KeptEvent> items = left.subList(0, Math.min(left.size(), page.limit()));
    return new Page<>(items, left.size() > items.size() ? items.getLast().id().value() : null);
  }

  private static boolean isReceived(KeptEvent event, Instant from, Instant to) {
    KeptEvent.Received how = event.received();
    return how != null && !how.at().isBefore(from) && how.at().isBefore(to);
  }

  @Override
  public List<KeptEvent> named(List<EventPlace> places, List<MessageId> ids) {
    return places.stream().flatMap(this::all).filter(event -> ids.contains(event.id())).toList();
  }

  private Stream<KeptEvent> all(EventPlace place) {
    ConversationId conversation = place.conversationId();
    Stream<KeptEvent> events =
        conversation == null
            ? arrivals.kept().stream()
                .filter(arrival -> isUnder(place, arrival))
                .map(arrival -> underChannel(place, arrival))
            : messages.of(place.merchantId(), conversation).values().stream()
                .map(message -> ofConversation(place, message));
    return events.sorted(Comparator.comparing(event -> event.id().value()));
  }

  private static boolean isUnder(EventPlace place, Arrival arrival) {
    return arrival.received().merchantId().equals(place.merchantId())
        && arrival.received().channelId().equals(place.channelId());
  }

  private KeptEvent underChannel(EventPlace place, Arrival arrival) {
    var event = corrected.getOrDefault(key(arrival), arrival).event();
    return new KeptEvent(
        place,
        arrival.messageId(),
        MessageKind.of(event.content()),
        event.content(),
        event.platformMessageId(),
        null,
        how(arrival),
        arrival.received().raw(),
        changedBy.get(key(arrival)));
  }

  private KeptEvent ofConversation(EventPlace place, Message message) {
    Arrival arrival = arrivals.find(place.merchantId(), message.id()).orElse(null);
    return new KeptEvent(
        place,
        message.id(),
        message.kind(),
        message.content(),
        message.platformMessageId(),
        message.withdrawnAt(),
        arrival == null ? null : how(arrival),
        arrival == null || message.withdrawnAt() != null ? null : arrival.received().raw(),
        changedBy.get(place.merchantId() + "#" + message.id()));
  }

  private static KeptEvent.Received how(Arrival arrival) {
    return new KeptEvent.Received(
        arrival.received().receivedAt(), arrival.received().deliveryId(), arrival.sequence());
  }

  private static String key(Arrival arrival) {
    return arrival.received().merchantId() + "#" + arrival.messageId();
  }

  @Override
  public Head head(Arrival arrival) {
    ConversationHead head = headOf(arrival);
    return new Head(
        head.lastSequence,
        head.lastMessageAt,
        head.lastMessageId,
        head.preview,
        Set.copyOf(head.pendingWithdrawals));
  }

  private ConversationHead headOf(Arrival arrival) {
    return conversations.head(arrival.received().merchantId(), arrival.conversationId());
  }

  @Override
  public boolean correct(EventPlace place, Arrival arrival, ReplayId run) {
    ConversationId conversation = place.conversationId();
    if (conversation == null) {
      corrected.put(key(arrival), arrival);
    } else {
      Message stored =
          messages.of(place.merchantId(), conversation).get(arrival.messageId().value());
      if (stored == null || stored.withdrawnAt() != null) {
        return false;
      }
      messages.put(InMemoryArrivals.message(arrival));
    }
    changedBy.put(key(arrival), run);
    return true;
  }

  @Override
  public void showAsLast(Arrival arrival) {
    ConversationHead head = headOf(arrival);
    Instant last = head.lastMessageAt;
    if (last != null && last.isBefore(arrival.event().sentAt())) {
      head.lastMessageAt = arrival.event().sentAt();
      head.spokeAt(arrival.event().sentAt());
      head.lastMessageId = arrival.messageId();
      head.preview = Preview.of(arrival.event().content());
    }
  }

  @Override
  public void renewPreview(Arrival arrival, String old) {
    ConversationHead head = headOf(arrival);
    if (arrival.messageId().equals(head.lastMessageId) && old.equals(head.preview)) {
      head.preview = Preview.of(arrival.event().content());
    }
  }
}
