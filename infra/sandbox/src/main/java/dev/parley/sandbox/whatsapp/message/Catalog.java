package dev.parley.sandbox.whatsapp.message;

import dev.parley.sandbox.meta.message.Param;
import org.jspecify.annotations.Nullable;

/** The catalogue that a number may show products of, {@code null} being none. */
public record Catalog(@Nullable String id) {

  /** The number's own catalogue must be named. */
  void check(Param action) {
    String named = action.text("catalog_id");
    if (!named.equals(id)) {
      throw action.wrong("catalog_id", "must be the catalog that is linked to the number");
    }
  }

  void mustBeThere(Param action, String name) {
    if (id == null) {
      throw action.wrong(name, "needs a catalog, and none is linked to the number");
    }
  }
}
