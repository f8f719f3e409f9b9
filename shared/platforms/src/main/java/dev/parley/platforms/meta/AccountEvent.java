package dev.parley.platforms.meta;

import dev.parley.domain.inbound.RawEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event of a webhook call and the account that it happened on: a call may tell of several.
 *
 * @param accountId the platform's id of the account; {@code null} where the event names none
 */
public record AccountEvent(@Nullable String accountId, RawEvent event) {}
