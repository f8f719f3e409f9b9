package dev.parley.domain.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel fares; times are kept to the minute or so.
 *
 * @param credentialExpiresAt when the credentials end; {@code null} when they don't
 */
public record ChannelHealth(
    @Nullable Instant lastEventAt,
    @Nullable Instant lastSendAt,
    @Nullable Trouble lastError,
    @Nullable Instant credentialExpiresAt) {

  /** The last thing that went wrong with a channel. */
  public record Trouble(Instant at, String code, String reason) {}
}
