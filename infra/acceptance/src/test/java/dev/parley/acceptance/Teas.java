package dev.parley.acceptance;

import java.util.List;
import java.util.Map;

/** The three products that every shop of the tests sells. */
public final class Teas {
  public static final List<String> SKUS = List.of("TEA-1", "TEA-2", "CUP-1");

  private Teas() {}

  /** Returns them as {@code PUT /products} takes them. */
  public static Map<String, Object> items() {
    return Map.of("items", SKUS.stream().map(Teas::item).toList());
  }

  private static Map<String, Object> item(String sku) {
    return Map.of(
        "sku", sku,
        "name", "高山烏龍茶 " + sku,
        "price", Map.of("amount", "1290.00", "currency", "TWD"),
        "imageUrl", "https://img.example.com/" + sku + ".jpg",
        "url", "https://shop.example.com/p/" + sku + "?v=1");
  }
}
