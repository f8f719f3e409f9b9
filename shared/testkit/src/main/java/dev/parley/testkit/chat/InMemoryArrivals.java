package dev.parley.testkit.chat;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where events become messages of conversations, in memory. */
public final class InMemoryArrivals implements Arrivals {
  private final InMemoryConversations conversations;
  private final InMemoryMessages messages;
  private final Map<String, Arrival> stored = new HashMap<>();
  private final List<Arrival> kept = new ArrayList<>();

  public InMemoryArrivals(InMemoryConversations conversations, InMemoryMessages messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  /** Returns the events that belong to no conversation. */
  public List<Arrival> kept() {
    return List.copyOf(kept);
  }

  /** Returns the event that became the merchant's message. */
  Optional<Arrival> find(MerchantId merchant, MessageId id) {
    return Optional.ofNullable(stored.get(merchant + "#" + id));
  }

  @Override
  public Optional<String> store(Arrival arrival) {
    Arrival before = stored.putIfAbsent(key(arrival), arrival);
    if (before == null) {
      messages.put(message(arrival));
      messages.came(arrival.messageId(), arrival.sequence());
      return Optional.of(arrival.sequence());
    }
    return Optional.of(before)
        .filter(first -> delivery(first).equals(delivery(arrival)))
        .map(Arrival::sequence);
  }

  private static String key(Arrival arrival) {
    return arrival.received().merchantId() + "#" + arrival.messageId();
  }

  private static String delivery(Arrival arrival) {
    return arrival.received().deliveryId();
  }

  static Message message(Arrival arrival) {
    var content = arrival.event().content();
    boolean ours = arrival.event().meaning() instanceof Meaning.Echoed;
    return new Message(
        arrival.messageId(),
        arrival.received().merchantId(),
        arrival.conversationId(),
        ours ? Direction.OUTBOUND : Direction.INBOUND,
        MessageKind.of(content),
        content,
        arrival.event().sentAt(),
        arrival.received().receivedAt(),
        ours ? Status.SENT : Status.RECEIVED,
        null,
        null,
        arrival.event().platformMessageId(),
        null,
        content instanceof Unknown ? arrival.received().raw() : null);
  }

  private ConversationHead head(Arrival arrival) {
    return conversations.head(arrival.received().merchantId(), arrival.conversationId());
  }

  @Override
  public Head advance(Arrival arrival) {
    ConversationHead head = head(arrival);
    String last = head.lastSequence;
    if (last == null || last.compareTo(arrival.sequence()) < 0) {
      head.know(arrival);
      switch (arrival.event().meaning()) {
        case Meaning.Said said -> spoken(head, arrival);
        case Meaning.Echoed echoed -> sentElsewhere(head, arrival);
        default -> {
          head.take(arrival);
          head.lastMessageAt =
              Objects.requireNonNullElse(head.lastMessageAt, arrival.event().sentAt());
        }
      }
    }
    return new Head(head.displayName, head.profileAskedAt, Set.copyOf(head.pendingWithdrawals));
  }

  private static void sentElsewhere(ConversationHead head, Arrival arrival) {
    Instant last = head.lastMessageAt;
    if (last == null || !last.isAfter(arrival.event().sentAt())) {
      head.lastMessageAt = arrival.event().sentAt();
      head.lastMessageId = arrival.messageId();
      head.preview = Preview.of(arrival.event().content());
      head.unreadCount = 0;
    }
  }

  @Override
  public void noteContact(Arrival arrival) {
    ConversationHead head = head(arrival);
    Instant at = arrival.event().sentAt();
    if (arrival.event().meaning() instanceof Meaning.Acted && isBefore(head.lastActedAt, at)) {
      head.lastActedAt = at;
    }
    if (arrival.event().referral() != null && isBefore(head.referredAt, at)) {
      head.referredAt = at;
      head.referral = arrival.event().referral();
    }
    AdReferral referral = arrival.event().referral();
    if (referral != null && referral.isAd() && isBefore(head.byAdAt, at)) {
      head.byAdAt = at;
    }
  }

  private static boolean isBefore(@Nullable Instant kept, Instant at) {
    return kept == null || kept.isBefore(at);
  }

  private static void spoken(ConversationHead head, Arrival arrival) {
    Instant last = head.lastMessageAt;
    head.unreadCount++;
    head.spokeAt(arrival.event().sentAt());
    head.lastHeardAt = arrival.received().receivedAt();
    head.status = Conversation.Status.OPEN;
    if (last == null || !last.isAfter(arrival.event().sentAt())) {
      head.lastMessageAt = arrival.event().sentAt();
      head.lastMessageId = arrival.messageId();
      head.preview = Preview.of(arrival.event().content());
      head.take(arrival);
    } else if (!head.hasYoungerToken(arrival)) {
      head.take(arrival);
    }
  }

  @Override
  public void keep(Arrival arrival) {
    if (stored.putIfAbsent(key(arrival), arrival) == null) {
      kept.add(arrival);
    }
  }

  @Override
  public boolean withdraw(Arrival arrival, String platformMessageId) {
    ConversationHead head = head(arrival);
    Optional<Message> said =
        messages.of(arrival.received().merchantId(), arrival.conversationId()).values().stream()
            .filter(message -> platformMessageId.equals(message.platformMessageId()))
            .findFirst();
    if (said.isEmpty()) {
      head.pendingWithdrawals.add(platformMessageId);
      return false;
    }
    boolean whole = said.get().withdrawnAt() == null;
    if (whole) {
      messages.put(emptied(said.get(), arrival.event().sentAt()));
    }
    settle(head, said.get(), platformMessageId);
    boolean shown = said.get().id().equals(head.lastMessageId) && head.preview != null;
    if (shown) {
      head.preview = null;
    }
    return shown || whole;
  }

  private void settle(ConversationHead head, Message message, String platformMessageId) {
    Arrival arrival = stored.get(message.merchantId() + "#" + message.id());
    String last = head.lastSequence;
    if (arrival != null && (last == null || last.compareTo(arrival.sequence()) < 0)) {
      head.pendingWithdrawals.add(platformMessageId);
    } else {
      head.pendingWithdrawals.remove(platformMessageId);
    }
  }

  private static Message emptied(Message message, Instant at) {
    return new Message(
        message.id(),
        message.merchantId(),
        message.conversationId(),
        message.direction(),
        message.kind(),
        null,
        message.sentAt(),
        message.receivedAt(),
        message.status(),
        message.failure(),
        message.agentId(),
        message.platformMessageId(),
        at,
        null);
  }

  @Override
  public void keepProfile(Arrival arrival, @Nullable Profile profile, Instant askedAt) {
    ConversationHead head = head(arrival);
    head.profileAskedAt = askedAt;
    if (profile != null) {
      head.displayName = profile.displayName();
      head.avatarUrl = profile.avatarUrl() == null ? head.avatarUrl : profile.avatarUrl();
    }
  }
}
