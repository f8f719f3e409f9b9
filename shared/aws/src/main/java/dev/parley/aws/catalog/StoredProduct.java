package dev.parley.aws.catalog;

import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.SearchText;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A product as its item has it.
 *
 * @param digest changes with anything in the product
 * @param obsolete what the product was searched by before, as long as entries of that are left
 */
record StoredProduct(Product product, String digest, @Nullable SearchText obsolete) {
  private static final String PRODUCT = "product";
  private static final String OBSOLETE = "obsolete";

  static StoredProduct of(Product product, @Nullable SearchText obsolete) {
    byte[] text = ProductJson.text(product).getBytes(StandardCharsets.UTF_8);
    String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(Ulids.sha256(text));
    return new StoredProduct(product, digest, obsolete);
  }

  static StoredProduct of(Item item) {
    String name = item.optionalText(OBSOLETE);
    Product product = product(item);
    return new StoredProduct(
        product,
        item.text("digest"),
        name == null ? null : new SearchText(SearchText.of(product).sku(), name));
  }

  static Product product(Item item) {
    return ProductJson.readOwn(item.text(PRODUCT));
  }

  SearchText text() {
    return SearchText.of(product);
  }

  Item item(MerchantId merchant) {
    return ProductKeys.product(merchant, product.id())
        .text(PRODUCT, ProductJson.text(product))
        .text("digest", digest)
        .text(OBSOLETE, obsolete == null ? null : obsolete.name());
  }
}
