package dev.parley.domain.id;

/** Names a merchant ({@code mer_…}). */
public record MerchantId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
