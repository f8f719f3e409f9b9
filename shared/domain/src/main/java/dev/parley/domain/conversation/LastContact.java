package dev.parley.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the person last was in touch: what reply windows are measured from.
 *
 * @param at when the person last said or did something, by the platform's time
 * @param referredAt when the person last came by a referral
 * @param referral that referral
 */
public record LastContact(
    @Nullable Instant at, @Nullable Instant referredAt, @Nullable AdReferral referral) {
  public static final LastContact NEVER = new LastContact(null, null, null);
}
