package dev.parley.domain.outbound;

import dev.parley.domain.id.ProductId;

/**
 * A text that a channel's limit made shorter.
 *
 * @param field what of the product's card was cut ({@code title})
 * @param from the whole text before
 * @param to the whole text after
 * @param limit how many characters, as a reader counts them, the channel takes
 */
public record Cut(ProductId productId, String field, String from, String to, int limit) {}
