package dev.parley.aws.catalog;

import dev.parley.aws.http.MoneyField;
import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.Product.Source;
import dev.parley.domain.catalog.Product.Variant;
import dev.parley.domain.id.ProductId;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product as JSON: it is stored as the API shows it. */
public final class ProductJson {
  private ProductJson() {}

  public static String text(Product product) {
    return JsonWriter.text(w -> write(w, product));
  }

  /** Writes the product's fields. */
  public static void write(JsonWriter w, Product p) {
    w.field("id", p.id().value()).field("sku", p.sku()).field("name", p.name());
    w.field("description", p.description());
    MoneyField.write(w, "price", p.price());
    if (p.compareAtPrice() != null) {
      MoneyField.write(w, "compareAtPrice", p.compareAtPrice());
    }
    w.field("imageUrl", p.imageUrl()).field("url", p.url());
    w.field("availability", p.availability().wireName()).put("stock", p.stock());
    w.objects("variants", p.variants(), ProductJson::variant);
    w.field("source", p.source().wireName()).optional("metaRetailerId", p.metaRetailerId());
  }

  private static void variant(JsonWriter w, Variant v) {
    w.field("id", v.id()).field("sku", v.sku()).field("name", v.name());
    MoneyField.write(w, "price", v.price());
    w.field("availability", v.availability().wireName()).put("stock", v.stock());
    w.field("imageUrl", v.imageUrl());
  }

  /** Returns the product that {@link #text} wrote. */
  static Product readOwn(String text) {
    JsonObject o = Json.readOwn(text);
    return new Product(
        new ProductId(o.requiredText("id")),
        o.requiredText("sku"),
        o.requiredText("name"),
        o.requiredText("description"),
        Objects.requireNonNull(MoneyField.readOwn(o, "price")),
        MoneyField.readOwn(o, "compareAtPrice"),
        o.text("imageUrl"),
        o.requiredText("url"),
        availability(o),
        o.longValue("stock"),
        o.objects("variants").stream().map(ProductJson::variant).toList(),
        Source.valueOf(o.requiredText("source").toUpperCase(Locale.ROOT)),
        o.text("metaRetailerId"));
  }

  private static Variant variant(JsonObject o) {
    @Nullable Long stock = o.longValue("stock");
    return new Variant(
        o.requiredText("id"),
        o.requiredText("sku"),
        o.requiredText("name"),
        Objects.requireNonNull(MoneyField.readOwn(o, "price")),
        availability(o),
        stock,
        o.text("imageUrl"));
  }

  private static Availability availability(JsonObject o) {
    return Availability.named(o.requiredText("availability")).orElseThrow();
  }
}
