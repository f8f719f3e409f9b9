package dev.parley.domain.conversation;

import dev.parley.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands beside a conversation; the name is {@code null} until the platform told
 * it.
 */
public record ContactSummary(
    ContactId id, @Nullable String displayName, @Nullable String avatarUrl) {}
