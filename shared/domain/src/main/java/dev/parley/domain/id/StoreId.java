package dev.parley.domain.id;

/** Names a store ({@code sto_…}). */
public record StoreId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
