package dev.parley.domain.id;

/** Names a product ({@code prd_…}). */
public record ProductId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
