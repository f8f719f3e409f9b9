package dev.parley.referral.cards;

import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.catalog.WebAddress;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cards of products. */
final class Cards {
  private Cards() {}

  /**
   * @param url where the card at the position leads
   */
  static ProductCards of(CardRequest request, IntFunction<String> url) {
    List<Product> products = request.products();
    return new ProductCards(
        request.text(),
        IntStream.range(0, products.size())
            .mapToObj(i -> card(products.get(i), url.apply(i)))
            .toList());
  }

  private static ProductCard card(Product product, String url) {
    String image = product.imageUrl() == null ? null : WebAddress.ascii(product.imageUrl());
    return new ProductCard(product.id(), product.name(), product.price(), image, url);
  }
}
