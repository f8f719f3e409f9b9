package dev.parley.catalog.put;

import dev.parley.domain.catalog.Product;
import dev.parley.domain.input.FieldError;
import java.util.List;

/** One item of a bulk request as it was read. */
public sealed interface PutItem {
  /** A product that can be put. */
  record Good(Product product) implements PutItem {}

  /** An item with everything that is wrong with it. */
  record Bad(List<FieldError> errors) implements PutItem {
    public Bad {
      errors = List.copyOf(errors);
    }
  }
}
