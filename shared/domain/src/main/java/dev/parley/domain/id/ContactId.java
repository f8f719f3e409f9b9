package dev.parley.domain.id;

/** Names a contact ({@code cnt_…}). */
public record ContactId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
