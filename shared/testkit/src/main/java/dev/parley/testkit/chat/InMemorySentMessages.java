package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentFacts;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far messages have come, and what those that were sent are counted by, in memory. */
public final class InMemorySentMessages implements SentMessages, SentFacts, Receipts {
  private final InMemoryConversations conversations;
  private final InMemoryMessages messages;
  private final Map<MessageId, OutboundMessage> unsettled = new HashMap<>();
  private final Map<MessageId, Progress> progress = new HashMap<>();
  private final List<Count> counted = new ArrayList<>();
  private final Map<ConversationId, NavigableMap<String, SentFact>> facts = new HashMap<>();

  public InMemorySentMessages(InMemoryConversations conversations, InMemoryMessages messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  public List<Count> counted() {
    return List.copyOf(counted);
  }

  @Override
  public Optional<State> state(OutboundMessage message) {
    return shown(message).map(found -> new State(found.status(), code(found.failure())));
  }

  private static @Nullable String code(@Nullable Failure failure) {
    return failure == null ? null : failure.code();
  }

  private Optional<Message> shown(OutboundMessage message) {
    return messages.find(message.merchantId(), message.conversationId(), message.id());
  }

  private ConversationHead head(OutboundMessage message) {
    return conversations.head(message.merchantId(), message.conversationId());
  }

  @Override
  public Claim takeReplyToken(OutboundMessage message, Instant at) {
    var token = message.replyToken();
    ConversationHead head = head(message);
    var held = head.replyToken;
    if (token != null && held != null && token.value().equals(held.value())) {
      head.replyToken = null;
      head.tokenTakenBy = message.id();
      last(head, message, at);
      return Claim.TAKEN;
    }
    MessageId taker = token == null ? null : head.tokenTakenBy;
    return message.id().equals(taker) ? Claim.TAKEN_BEFORE : Claim.GONE;
  }

  @Override
  public void showAsLast(OutboundMessage message, Instant at) {
    ConversationHead head = head(message);
    Instant last = head.lastMessageAt;
    if (last != null && !last.isAfter(at) && !head.hasBeenHeardSince(message.queuedAt())) {
      last(head, message, at);
    }
  }

  private static void last(ConversationHead head, OutboundMessage message, Instant at) {
    head.lastMessageAt = at;
    head.lastMessageId = message.id();
    head.preview = Preview.of(message.content());
    head.unreadCount = 0;
  }

  @Override
  public boolean markSent(OutboundMessage message, @Nullable String platformMessageId, Instant at) {
    if (isSent(message)) {
      return false;
    }
    messages.put(shown(message, Status.SENT, null, at, platformMessageId));
    unsettled.remove(message.id());
    counted.addAll(message.counts());
    fact(message, at)
        .ifPresent(
            fact ->
                facts
                    .computeIfAbsent(message.conversationId(), id -> new TreeMap<>())
                    .put(message.id().value(), fact));
    return true;
  }

  private static Optional<SentFact> fact(OutboundMessage message, Instant at) {
    return message.counts().stream()
        .map(Count::cell)
        .filter(CellKey.Sales.class::isInstance)
        .map(CellKey.Sales.class::cast)
        .findFirst()
        .map(
            cell ->
                new SentFact(
                    message.id(),
                    at,
                    cell.day(),
                    message.agentId(),
                    cell.storeId(),
                    message.referralId()));
  }

  @Override
  public List<SentFact> of(
      MerchantId merchant, ConversationId conversation, LocalDate from, LocalDate to) {
    return facts.getOrDefault(conversation, new TreeMap<>()).values().stream()
        .filter(fact -> messages.find(merchant, conversation, fact.messageId()).isPresent())
        .filter(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(to))
        .toList();
  }

  private boolean isSent(OutboundMessage message) {
    return shown(message)
        .filter(found -> found.status().isFinal() && found.status() != Status.FAILED)
        .isPresent();
  }

  @Override
  public void markFailed(OutboundMessage message, Failure failure) {
    keep(message, Status.FAILED, failure);
  }

  @Override
  public void noteDelay(OutboundMessage message, Failure reason) {
    keep(message, Status.QUEUED, reason);
  }

  private void keep(OutboundMessage message, Status status, Failure failure) {
    if (!isSent(message)) {
      messages.put(shown(message, status, failure, message.queuedAt(), null));
      unsettled.put(message.id(), message);
    }
  }

  @Override
  public void keep(MerchantId merchant, ConversationId conversation, Receipt.UpTo receipt) {
    ConversationHead head = conversations.head(merchant, conversation);
    if (receipt.progress() == Progress.READ) {
      head.readUntil = later(head.readUntil, receipt.time());
    } else {
      head.deliveredUntil = later(head.deliveredUntil, receipt.time());
    }
  }

  private static Instant later(@Nullable Instant kept, Instant time) {
    return kept == null || kept.isBefore(time) ? time : kept;
  }

  @Override
  public void keep(MerchantId merchant, Receipt.Of receipt) {
    MessageId id = receipt.messageId();
    if (messages.find(merchant, receipt.conversationId(), id).isEmpty()) {
      return;
    }
    OutboundMessage waiting = unsettled.get(id);
    if (waiting != null && isOpen(waiting)) {
      showAsLast(waiting, later(waiting.queuedAt(), receipt.at()));
      markSent(waiting, receipt.platformMessageId(), receipt.at());
    }
    if (messages.find(merchant, receipt.conversationId(), id).filter(this::isTaken).isEmpty()) {
      return;
    }
    Progress before = progress.get(id);
    if (before == null || before.compareTo(receipt.progress()) < 0) {
      progress.put(id, receipt.progress());
      messages
          .find(merchant, receipt.conversationId(), id)
          .ifPresent(found -> messages.put(moved(found, receipt)));
    }
  }

  private boolean isOpen(OutboundMessage message) {
    return shown(message).map(Message::failure).filter(Failure::isOpen).isPresent();
  }

  /** Whether the platform took it once; what it refused stays so. */
  private boolean isTaken(Message message) {
    return progress.containsKey(message.id()) || message.status() == Status.SENT;
  }

  @Override
  public Optional<Echo.Found> echoed(
      MerchantId merchant, ConversationId conversation, Instant at, Echo echo) {
    String from = "msg_" + Ulids.time(at.minus(Echo.BEFORE));
    String to = "msg_" + Ulids.time(at.plus(Echo.AFTER)) + "~";
    return echo.find(
        List.copyOf(messages.of(merchant, conversation).subMap(from, true, to, true).values()));
  }

  private static Message moved(Message message, Receipt.Of receipt) {
    boolean failed = receipt.progress() == Progress.FAILED;
    String platformId = message.platformMessageId();
    return new Message(
        message.id(),
        message.merchantId(),
        message.conversationId(),
        message.direction(),
        message.kind(),
        message.content(),
        message.sentAt(),
        message.receivedAt(),
        Status.valueOf(receipt.progress().name()),
        failed ? receipt.failure() : null,
        message.agentId(),
        platformId == null ? receipt.platformMessageId() : platformId,
        message.withdrawnAt(),
        message.raw());
  }

  static Message shown(
      OutboundMessage message,
      Status status,
      @Nullable Failure failure,
      Instant at,
      @Nullable String platformMessageId) {
    return new Message(
        message.id(),
        message.merchantId(),
        message.conversationId(),
        Direction.OUTBOUND,
        MessageKind.of(message.content()),
        message.content(),
        at,
        null,
        status,
        failure,
        message.agentId(),
        platformMessageId,
        null,
        null);
  }
}
