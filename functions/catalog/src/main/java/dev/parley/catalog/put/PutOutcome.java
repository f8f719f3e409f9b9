package dev.parley.catalog.put;

import dev.parley.domain.catalog.Catalogue.Change;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.input.FieldError;
import java.util.List;
import java.util.Locale;

/** What became of one item of a bulk request. */
public sealed interface PutOutcome {
  /** Returns the outcome's name in replies. */
  String name();

  /** The product is in the catalogue now. */
  record Kept(ProductId id, Change change) implements PutOutcome {
    @Override
    public String name() {
      return change.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nothing was done for the item. */
  record Rejected(List<FieldError> errors) implements PutOutcome {
    public static final String NAME = "rejected";

    public Rejected {
      errors = List.copyOf(errors);
    }

    @Override
    public String name() {
      return NAME;
    }
  }
}
