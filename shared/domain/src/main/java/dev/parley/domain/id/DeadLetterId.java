package dev.parley.domain.id;

/** Names a dead letter ({@code dlt_…}). */
public record DeadLetterId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
