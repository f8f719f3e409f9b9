package dev.parley.domain.conversation;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.Ulids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation as it stands.
 *
 * @param kind stays when the content is withdrawn
 * @param content {@code null} once the sender has withdrawn it
 * @param sentAt the platform's time; for one of ours, when the platform took it, and before that
 *     when it was queued
 * @param receivedAt when it reached us; {@code null} for ours
 * @param failure why it failed, or why it is still waiting
 * @param agentId who sent it; {@code null} for the customer's, and for what the shop sent by the
 *     platform's own means
 * @param raw the platform's whole event, for a kind that we don't know
 */
public record Message(
    MessageId id,
    MerchantId merchantId,
    ConversationId conversationId,
    Direction direction,
    MessageKind kind,
    @Nullable MessageContent content,
    Instant sentAt,
    @Nullable Instant receivedAt,
    Status status,
    @Nullable Failure failure,
    @Nullable AgentId agentId,
    @Nullable String platformMessageId,
    @Nullable Instant withdrawnAt,
    @Nullable String raw) {
  private static final String ID = "msg_";
  private static final int LENGTH_OF_TIME = ID.length() + 10;

  /**
   * Returns what it stands by among the others, as text that sorts: the time in its id, or, where
   * the platform tells seconds only, the time at which it reached us within that second.
   */
  public String place() {
    return receivedAt != null && receivedAt.truncatedTo(ChronoUnit.SECONDS).equals(sentAt)
        ? ID + Ulids.time(receivedAt)
        : id.value().substring(0, Math.min(id.value().length(), LENGTH_OF_TIME));
  }

  /** Returns the same message in another status. */
  public Message with(Status other) {
    return new Message(
        id,
        merchantId,
        conversationId,
        direction,
        kind,
        content,
        sentAt,
        receivedAt,
        other,
        failure,
        agentId,
        platformMessageId,
        withdrawnAt,
        raw);
  }

  /** Whether the customer or the shop said it. */
  public enum Direction {
    INBOUND,
    OUTBOUND;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it has come; an outbound message only ever moves forward. */
  public enum Status {
    RECEIVED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
      return compareTo(SENDING) > 0;
    }
  }

  /**
   * Why a message did not get through.
   *
   * @param code such as {@code monthlyLimit}
   * @param reason in words, the platform's where it gave some
   * @param alternatives other ways that are open
   */
  public record Failure(String code, String reason, List<String> alternatives) {
    public Failure {
      alternatives = List.copyOf(alternatives);
    }

    /** It is on its way to the platform. */
    public static final String SENDING = "sending";

    /** Nobody knows whether the platform took it. */
    public static final String OUTCOME_UNKNOWN = "outcomeUnknown";

    /** Returns whether the platform may have the message all the same. */
    public boolean isOpen() {
      return code.equals(SENDING) || code.equals(OUTCOME_UNKNOWN);
    }

    public static Failure of(String code, String reason) {
      return new Failure(code, reason, List.of());
    }
  }
}
