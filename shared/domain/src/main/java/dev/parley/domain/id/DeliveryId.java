package dev.parley.domain.id;

/** Names a delivery of one event to one target ({@code whd_…}). */
public record DeliveryId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
