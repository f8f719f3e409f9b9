package dev.parley.catalog.put;

import dev.parley.aws.catalog.ProductJson;
import dev.parley.aws.http.Fields;
import dev.parley.aws.http.MoneyField;
import dev.parley.catalog.put.PutItem.Bad;
import dev.parley.catalog.put.PutItem.Good;
import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.Product.Source;
import dev.parley.domain.catalog.Product.Variant;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Merchant;
import dev.parley.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of a bulk request as products of a merchant, each with all that is wrong with it.
 * SKU, name, price and URL must be there; a product may have at most {@value #MOST_BYTES} bytes in
 * all, so that a page of a hundred can be answered.
 */
public final class ItemReader {
  private static final int MOST_BYTES = 50_000;
  private static final int SKU = 100;
  private static final int NAME = 200;
  private static final int DESCRIPTION = 5_000;
  private static final int ID = 100;
  private static final int VARIANTS = 100;
  private static final long STOCK = 1_000_000_000L;
  private static final String AVAILABILITIES = "inStock, outOfStock, preorder, unpublished";

  private final Merchant merchant;

  public ItemReader(Merchant merchant) {
    this.merchant = merchant;
  }

  public List<PutItem> all(List<?> items) {
    List<PutItem> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String pointer = "/items/" + i;
      read.add(
          items.get(i) instanceof JsonObject item
              ? item(item, pointer)
              : new Bad(List.of(new FieldError(pointer, "must be an object"))));
    }
    return read;
  }

  private PutItem item(JsonObject item, String pointer) {
    Fields fields = Fields.of(item, pointer);
    Product product = product(fields);
    List<FieldError> errors = fields.errors();
    if (!errors.isEmpty()) {
      return new Bad(errors);
    }
    int bytes = ProductJson.text(product).getBytes(StandardCharsets.UTF_8).length;
    return bytes <= MOST_BYTES
        ? new Good(product)
        : new Bad(
            List.of(
                new FieldError(pointer, "must be at most " + MOST_BYTES + " bytes, is " + bytes)));
  }

  private Product product(Fields fields) {
    String sku = Texts.key(fields, "sku", SKU);
    ProductId id = Product.idOf(merchant.id(), sku);
    var price = MoneyField.required(fields, "price", merchant.currency());
    Product product =
        new Product(
            id,
            sku,
            Texts.required(fields, "name", NAME),
            Objects.requireNonNullElse(Texts.optional(fields, "description", DESCRIPTION), ""),
            price,
            MoneyField.optional(fields, "compareAtPrice", merchant.currency()),
            Texts.address(fields, "imageUrl"),
            Objects.requireNonNullElse(requiredAddress(fields), ""),
            availability(fields),
            stock(fields),
            variants(fields, id, price),
            Source.MANUAL,
            Texts.optional(fields, "metaRetailerId", ID));
    ownValue(fields, "id", id.value());
    ownValue(fields, "source", Source.MANUAL.wireName());
    return product;
  }

  /** Takes what a product that was read has and nobody can choose, as long as it is that. */
  private static void ownValue(Fields fields, String name, String own) {
    fields.optionalChoice(
        name, own, text -> text.equals(own) ? Optional.of(own) : Optional.empty());
  }

  private static @Nullable String requiredAddress(Fields fields) {
    if (!fields.has("url")) {
      fields.error("url", "is required");
    }
    return Texts.address(fields, "url");
  }

  private static Availability availability(Fields fields) {
    Availability read = fields.optionalChoice("availability", AVAILABILITIES, Availability::named);
    return Objects.requireNonNullElse(read, Availability.IN_STOCK);
  }

  private static @Nullable Long stock(Fields fields) {
    return fields.optionalLong("stock", 0, STOCK);
  }

  private List<Variant> variants(Fields fields, ProductId product, Money price) {
    List<Variant> variants = new ArrayList<>();
    Set<String> skus = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Fields each : fields.objects("variants", 0, VARIANTS)) {
      Variant variant = variant(each, product, price);
      if (!skus.add(variant.sku())) {
        each.error("sku", "is the SKU of a variant before it");
      } else if (!ids.add(variant.id())) {
        each.error("id", "is the id of a variant before it");
      }
      variants.add(variant);
    }
    return variants;
  }

  private Variant variant(Fields fields, ProductId product, Money price) {
    String sku = Texts.key(fields, "sku", SKU);
    String id = fields.has("id") ? Texts.key(fields, "id", ID) : variantId(product, sku);
    return new Variant(
        id,
        sku,
        Texts.required(fields, "name", NAME),
        Objects.requireNonNullElse(
            MoneyField.optional(fields, "price", merchant.currency()), price),
        availability(fields),
        stock(fields),
        Texts.address(fields, "imageUrl"));
  }

  private static String variantId(ProductId product, String sku) {
    return "var_" + Ulids.named(product + "\n" + sku);
  }
}
