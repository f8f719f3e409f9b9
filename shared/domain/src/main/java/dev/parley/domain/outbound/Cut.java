package dev.parley.domain.outbound;

import dev.parley.domain.id.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's limits made shorter or left out of a product's card.
 *
 * @param field {@code title} or {@code imageUrl}
 * @param from the whole text before
 * @param to the whole text after; {@code null} when it is left out
 * @param limit how many characters, as a reader counts them, the channel takes; {@code null} when
 *     the length is not why
 */
public record Cut(
    ProductId productId, String field, String from, @Nullable String to, @Nullable Integer limit) {}
