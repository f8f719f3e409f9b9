package dev.parley.domain.catalog;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.Ulids;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A thing a merchant sells.
 *
 * @param id follows from merchant and SKU, so that a product put again is the same one
 * @param sku the merchant's own key of the product
 * @param compareAtPrice the price before a reduction
 * @param stock how many there are; {@code null}: not counted
 * @param metaRetailerId the product's id in a Meta catalogue
 */
public record Product(
    ProductId id,
    String sku,
    String name,
    String description,
    Money price,
    @Nullable Money compareAtPrice,
    @Nullable String imageUrl,
    String url,
    Availability availability,
    @Nullable Long stock,
    List<Variant> variants,
    Source source,
    @Nullable String metaRetailerId) {
  public Product {
    variants = List.copyOf(variants);
  }

  public static ProductId idOf(MerchantId merchant, String sku) {
    return new ProductId("prd_" + Ulids.named(merchant.value() + "\n" + sku));
  }

  /** One form of a product, such as a size or a colour. */
  public record Variant(
      String id,
      String sku,
      String name,
      Money price,
      Availability availability,
      @Nullable Long stock,
      @Nullable String imageUrl) {}

  /** Who owns a product's data. */
  public enum Source {
    SHOPIFY,
    FEED,
    MANUAL;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
