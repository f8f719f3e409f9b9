package dev.parley.domain.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a channel fares; times are kept to the minute or so.
 *
 * @param credentialExpiresAt when the credentials end; {@code null} when they don't, or when nobody
 *     knows
 * @param credentialsRefusedAt when the platform refused the credentials, unless it took them since
 */
public record ChannelHealth(
    @Nullable Instant lastEventAt,
    @Nullable Instant lastSendAt,
    @Nullable Trouble lastError,
    @Nullable Instant credentialExpiresAt,
    @Nullable Instant credentialsRefusedAt) {
  /** How a channel fares of which nobody knows anything yet. */
  public static final ChannelHealth UNKNOWN = new ChannelHealth(null, null, null, null, null);

  /** How long before the credentials end it is time to see to it. */
  public static final Duration NOTICE = Duration.ofDays(7);

  /** Whether what opens the channel opens it, and for how long still. */
  public enum State {
    OK,
    EXPIRING,
    EXPIRED,
    REFUSED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The last thing that went wrong with a channel. */
  public record Trouble(Instant at, String code, String reason) {
    /** The platform doesn't take the credentials any more. */
    public static final String CREDENTIALS_REJECTED = "credentialsRejected";
  }

  public State state(Instant now) {
    if (credentialsRefusedAt != null) {
      return State.REFUSED;
    }
    Instant end = credentialExpiresAt;
    if (end == null || now.isBefore(end.minus(NOTICE))) {
      return State.OK;
    }
    return now.isBefore(end) ? State.EXPIRING : State.EXPIRED;
  }
}
