package dev.parley.catalog;

import dev.parley.catalog.put.PutProducts;
import dev.parley.domain.catalog.Catalogue;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases of the catalogue. */
@Factory
public class CatalogBeans {
  @Singleton
  PutProducts putProducts(Catalogue catalogue) {
    return new PutProducts(catalogue);
  }
}
