package dev.parley.testkit.chat;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conversation's head as the fakes keep it; it isn't shown before something arrived. */
final class ConversationHead {
  final Set<String> pendingWithdrawals = new HashSet<>();
  @Nullable String lastSequence;
  @Nullable Instant lastMessageAt;
  @Nullable Instant lastSpokenAt;
  @Nullable Instant lastActedAt;
  @Nullable Instant referredAt;
  @Nullable Instant byAdAt;
  @Nullable Instant lastHeardAt;
  @Nullable AdReferral referral;
  @Nullable Instant deliveredUntil;
  @Nullable Instant readUntil;
  @Nullable MessageId lastMessageId;
  @Nullable String preview;
  @Nullable String displayName;
  @Nullable String avatarUrl;
  @Nullable Instant profileAskedAt;
  @Nullable AgentId assigneeId;
  @Nullable ReplyToken replyToken;
  @Nullable MessageId tokenTakenBy;
  Conversation.Status status = Conversation.Status.OPEN;
  long unreadCount;
  private @Nullable Conversation known;

  ConversationHead() {}

  ConversationHead(Conversation conversation) {
    known = conversation;
    lastMessageAt = conversation.lastMessageAt();
    preview = conversation.lastMessagePreview();
    displayName = conversation.contact().displayName();
    avatarUrl = conversation.contact().avatarUrl();
    assigneeId = conversation.assigneeId();
    replyToken = conversation.replyToken();
    status = conversation.status();
    unreadCount = conversation.unreadCount();
    lastActedAt = conversation.lastContact().at();
    byAdAt = conversation.lastContact().byAdAt();
    referral = conversation.lastContact().referral();
    deliveredUntil = conversation.watermarks().deliveredUntil();
    readUntil = conversation.watermarks().readUntil();
  }

  void know(Arrival arrival) {
    lastSequence = arrival.sequence();
    known =
        new Conversation(
            arrival.conversationId(),
            arrival.received().merchantId(),
            arrival.received().channelId(),
            arrival.received().channelType(),
            arrival.address(),
            new ContactSummary(arrival.contactId(), null, null),
            status,
            null,
            arrival.event().sentAt(),
            null,
            0,
            LastContact.NEVER,
            null,
            Watermarks.NONE);
  }

  void take(Arrival arrival) {
    String token = arrival.event().replyToken();
    if (token != null) {
      replyToken = new ReplyToken(token, arrival.received().receivedAt());
    }
  }

  /** Notes that the person spoke, now or some time ago. */
  void spokeAt(Instant at) {
    if (!hasSpokenSince(at)) {
      lastSpokenAt = at;
    }
  }

  boolean hasSpokenSince(Instant at) {
    return lastSpokenAt != null && lastSpokenAt.isAfter(at);
  }

  /** Whether the person has said something, or it has reached us, since. */
  boolean hasBeenHeardSince(Instant at) {
    return hasSpokenSince(at) || (lastHeardAt != null && lastHeardAt.isAfter(at));
  }

  /** Whether its token came after the message, which may be one that came late. */
  boolean hasYoungerToken(Arrival arrival) {
    return replyToken != null && replyToken.receivedAt().isAfter(arrival.received().receivedAt());
  }

  Optional<Conversation> shown() {
    Conversation fixed = known;
    Instant at = lastMessageAt;
    return fixed == null || at == null ? Optional.empty() : Optional.of(shown(fixed, at));
  }

  private Conversation shown(Conversation fixed, Instant at) {
    return new Conversation(
        fixed.id(),
        fixed.merchantId(),
        fixed.channelId(),
        fixed.channelType(),
        fixed.recipient(),
        new ContactSummary(fixed.contact().id(), displayName, avatarUrl),
        status,
        assigneeId,
        at,
        preview,
        unreadCount,
        new LastContact(lastInTouch(), byAdAt, referral),
        replyToken,
        new Watermarks(deliveredUntil, readUntil));
  }

  private @Nullable Instant lastInTouch() {
    Instant spoken = lastSpokenAt;
    Instant acted = lastActedAt;
    return acted != null && (spoken == null || acted.isAfter(spoken)) ? acted : spoken;
  }
}
