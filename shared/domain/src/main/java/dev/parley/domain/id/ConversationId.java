package dev.parley.domain.id;

/** Names a conversation ({@code cnv_…}). */
public record ConversationId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
