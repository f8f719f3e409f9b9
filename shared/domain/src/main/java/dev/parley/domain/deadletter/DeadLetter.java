package dev.parley.domain.deadletter;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that its function could not handle, given up after its last delivery.
 *
 * @param merchantId whose it is; {@code null} when that can't be told from it
 * @param about the ids of what it concerns, by their names, such as {@code conversationId}
 * @param failedAt when it was given up
 * @param attempts how often it was delivered
 * @param reason why the last delivery failed, without anything that a person said or is
 * @param settlement what was done about it; {@code null} while it is open
 */
public record DeadLetter(
    DeadLetterId id,
    @Nullable MerchantId merchantId,
    Kind kind,
    Map<String, String> about,
    Instant failedAt,
    int attempts,
    String reason,
    @Nullable Settlement settlement) {
  public DeadLetter {
    about = Map.copyOf(about);
  }

  public Status status() {
    return settlement == null ? Status.OPEN : settlement.status();
  }

  public DeadLetter with(Settlement done) {
    return new DeadLetter(id, merchantId, kind, about, failedAt, attempts, reason, done);
  }

  /** What a dead letter was to become. */
  public enum Kind {
    INBOUND_EVENT("inboundEvent"),
    OUTBOUND_MESSAGE("outboundMessage"),
    CLICK("click"),
    ORDER("order"),
    REPLAY_STEP("replayStep"),
    EVENT("event"),
    DELIVERY("delivery");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }

    public static Optional<Kind> named(String wireName) {
      return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }
  }

  /** Whether a dead letter waits for a person, and what became of it. */
  public enum Status {
    OPEN("open"),
    RETRIED("retried"),
    DISCARDED("discarded");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }

    public static Optional<Status> named(String wireName) {
      return Arrays.stream(values()).filter(status -> status.wireName.equals(wireName)).findFirst();
    }
  }

  /**
   * What a person did about a dead letter.
   *
   * @param status {@link Status#RETRIED} or {@link Status#DISCARDED}
   */
  public record Settlement(Status status, AgentId by, Instant at) {}
}
