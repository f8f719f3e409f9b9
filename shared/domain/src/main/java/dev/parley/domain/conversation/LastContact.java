package dev.parley.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the person last was in touch: what reply windows are measured from.
 *
 * @param at when the person last said or did something, by the platform's time
 * @param byAdAt when the person last came by an advertisement
 * @param referral what led the person here last
 */
public record LastContact(
    @Nullable Instant at, @Nullable Instant byAdAt, @Nullable AdReferral referral) {
  public static final LastContact NEVER = new LastContact(null, null, null);
}
