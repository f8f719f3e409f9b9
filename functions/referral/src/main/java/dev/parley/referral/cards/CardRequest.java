package dev.parley.referral.cards;

import dev.parley.domain.catalog.Product;
import dev.parley.domain.conversation.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cards that may be sent: everything in it exists and is the caller's merchant's.
 *
 * @param text said before the cards, if anything
 */
public record CardRequest(
    Conversation conversation, List<Product> products, @Nullable String text) {
  public CardRequest {
    products = List.copyOf(products);
  }
}
