package dev.parley.domain.id;

/** Names an address that events go to ({@code whe_…}). */
public record EndpointId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
