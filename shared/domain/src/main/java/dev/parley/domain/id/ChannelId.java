package dev.parley.domain.id;

/** Names a channel; the merchant chose it, and it is unique over all merchants. */
public record ChannelId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
