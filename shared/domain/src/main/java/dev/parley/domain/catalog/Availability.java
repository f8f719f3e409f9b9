package dev.parley.domain.catalog;

import java.util.Optional;

/** Whether a product can be sold now. */
public enum Availability {
  IN_STOCK("inStock"),
  OUT_OF_STOCK("outOfStock"),
  PREORDER("preorder"),
  UNPUBLISHED("unpublished");

  private final String wireName;

  Availability(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<Availability> named(String wireName) {
    for (Availability availability : values()) {
      if (availability.wireName.equals(wireName)) {
        return Optional.of(availability);
      }
    }
    return Optional.empty();
  }
}
