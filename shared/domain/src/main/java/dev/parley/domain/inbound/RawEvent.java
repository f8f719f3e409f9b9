package dev.parley.domain.inbound;

import org.jspecify.annotations.Nullable;

/**
 * One event of a webhook call.
 *
 * @param id the platform's id of the event, the same when it is delivered again; without one, the
 *     digest of what stays the same
 * @param sender the platform's id of the person or group; {@code null} for what concerns the
 *     channel itself
 * @param json the event, exactly as it came
 */
public record RawEvent(String id, @Nullable String sender, String json) {}
