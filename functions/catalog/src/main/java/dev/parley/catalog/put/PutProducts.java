package dev.parley.catalog.put;

import dev.parley.catalog.put.PutItem.Bad;
import dev.parley.catalog.put.PutItem.Good;
import dev.parley.catalog.put.PutOutcome.Kept;
import dev.parley.catalog.put.PutOutcome.Rejected;
import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Catalogue.Change;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the good items of a bulk request into the catalogue and says what became of each. */
public final class PutProducts {
  /** How many items a request may have. */
  public static final int MOST = 500;

  private final Catalogue catalogue;

  public PutProducts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns an outcome for each item, in order. Of two good items with one SKU the later is
   * rejected.
   */
  public List<PutOutcome> products(MerchantId merchant, List<PutItem> items) {
    List<PutItem> distinct = withoutRepeats(items);
    List<Product> products = new ArrayList<>();
    for (PutItem item : distinct) {
      if (item instanceof Good good) {
        products.add(good.product());
      }
    }
    var changes = catalogue.put(merchant, products).iterator();
    List<PutOutcome> outcomes = new ArrayList<>();
    for (PutItem item : distinct) {
      outcomes.add(
          switch (item) {
            case Good good -> kept(good, changes.next());
            case Bad bad -> new Rejected(bad.errors());
          });
    }
    return outcomes;
  }

  private static PutOutcome kept(Good good, Change change) {
    return new Kept(good.product().id(), change);
  }

  private static List<PutItem> withoutRepeats(List<PutItem> items) {
    Map<String, Integer> seen = new HashMap<>();
    List<PutItem> distinct = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      PutItem item = items.get(i);
      Integer before = item instanceof Good good ? seen.putIfAbsent(good.product().sku(), i) : null;
      distinct.add(before == null ? item : repeated(i, before));
    }
    return distinct;
  }

  private static PutItem repeated(int index, int before) {
    String detail = "is the SKU of item " + before + " already; only that one was taken";
    return new Bad(List.of(new FieldError("/items/" + index + "/sku", detail)));
  }
}
