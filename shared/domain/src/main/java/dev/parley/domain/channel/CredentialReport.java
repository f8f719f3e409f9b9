package dev.parley.domain.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a platform says of a channel's credentials. */
public sealed interface CredentialReport {
  /**
   * They open the channel.
   *
   * @param expiresAt when they end; {@code null} when they don't
   */
  record Valid(@Nullable Instant expiresAt) implements CredentialReport {}

  /**
   * They don't, and won't again.
   *
   * @param reason in the platform's words
   * @param expiresAt when they ended or would have; {@code null} when it doesn't say
   */
  record Refused(String reason, @Nullable Instant expiresAt) implements CredentialReport {}

  /** Nothing was learnt: the platform was not reached, or doesn't tell. */
  record NotTold(String reason) implements CredentialReport {}
}
