package dev.parley.domain.page;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items at most
 * @param cursor the {@code nextCursor} of the page before; {@code null} for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {}
