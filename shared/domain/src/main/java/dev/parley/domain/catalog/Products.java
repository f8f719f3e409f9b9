package dev.parley.domain.catalog;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import java.util.Collection;
import java.util.Map;

/** The products of merchants, to be read. */
public interface Products {
  /** Returns those of the products that exist, in one batch; another merchant's don't. */
  Map<ProductId, Product> find(MerchantId merchant, Collection<ProductId> ids);

  /**
   * Returns the products whose pages have these addresses.
   *
   * @param pageKeys addresses as {@link ProductPage#key} makes them
   * @return by page key
   */
  Map<String, Product> findByPage(MerchantId merchant, Collection<String> pageKeys);
}
