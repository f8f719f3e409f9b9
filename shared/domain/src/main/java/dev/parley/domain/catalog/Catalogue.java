package dev.parley.domain.catalog;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;

/** The catalogues of merchants: each product is kept together with what it is found by. */
public interface Catalogue {
  Optional<Product> find(MerchantId merchant, ProductId id);

  /** Returns all products by their ids. */
  Page<Product> list(MerchantId merchant, PageRequest page);

  /**
   * Returns the products that the query finds: by the rank of what was matched, then by the matched
   * text.
   */
  Page<Product> search(MerchantId merchant, ProductQuery query, PageRequest page);

  /**
   * Makes each of the products what the catalogue holds under its id. A product and its search
   * entries change together or not at all; two that are put at once leave the entries of the one
   * that stays.
   *
   * @param products no two with the same id
   * @return what became of each, in the order of the products
   */
  List<Change> put(MerchantId merchant, List<Product> products);

  /** What putting a product did. */
  enum Change {
    CREATED,
    UPDATED,
    UNCHANGED
  }
}
