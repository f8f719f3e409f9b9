package dev.parley.testkit.catalog;

import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.id.MerchantId;
import java.util.List;
import org.joda.money.Money;

/** Makes products of which a test says only what it is about. */
public final class ProductBuilder {
  private final String sku;
  private String name;
  private String url;
  private String price = "TWD 1290.00";
  private Availability availability = Availability.IN_STOCK;

  private ProductBuilder(String sku) {
    this.sku = sku;
    this.name = "Product " + sku;
    this.url = "https://shop.example/p/" + Integer.toHexString(sku.hashCode());
  }

  public static ProductBuilder product(String sku) {
    return new ProductBuilder(sku);
  }

  public ProductBuilder named(String value) {
    name = value;
    return this;
  }

  public ProductBuilder at(String value) {
    url = value;
    return this;
  }

  /** Sets the price, as {@code TWD 1290.00}. */
  public ProductBuilder price(String value) {
    price = value;
    return this;
  }

  public ProductBuilder availability(Availability value) {
    availability = value;
    return this;
  }

  public Product of(MerchantId merchant) {
    return new Product(
        Product.idOf(merchant, sku),
        sku,
        name,
        "",
        Money.parse(price),
        null,
        "https://shop.example/i/1.png",
        url,
        availability,
        null,
        List.of(),
        Product.Source.MANUAL,
        null);
  }
}
