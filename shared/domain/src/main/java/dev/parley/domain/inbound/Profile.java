package dev.parley.domain.inbound;

import org.jspecify.annotations.Nullable;

/** What a platform tells about a person or group. */
public record Profile(String displayName, @Nullable String avatarUrl) {}
