package dev.parley.domain.conversation;

import java.time.Instant;

/**
 * LINE's token for one answer free of cost.
 *
 * @param receivedAt when it reached us: it is good for a minute from then, once
 */
public record ReplyToken(String value, Instant receivedAt) {
  @Override
  public String toString() {
    return "ReplyToken[…]";
  }
}
