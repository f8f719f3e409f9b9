package dev.parley.domain.catalog;

import dev.parley.domain.id.ProductId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product as a customer sees it in a chat.
 *
 * @param url where "View product" leads: the tracked link once it is sent, the product's own page
 *     in a preview
 */
public record ProductCard(
    ProductId productId, String title, Money price, @Nullable String imageUrl, String url) {}
