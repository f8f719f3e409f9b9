package dev.parley.domain.id;

/** Names a message ({@code msg_…}). */
public record MessageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
