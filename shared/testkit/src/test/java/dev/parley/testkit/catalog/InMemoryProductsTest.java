package dev.parley.testkit.catalog;

import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Products;

final class InMemoryProductsTest extends CatalogueContractTest {
  private final InMemoryProducts products = new InMemoryProducts();

  @Override
  protected Catalogue catalogue() {
    return products;
  }

  @Override
  protected Products products() {
    return products;
  }
}
