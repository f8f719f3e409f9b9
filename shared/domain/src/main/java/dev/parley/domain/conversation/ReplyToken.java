package dev.parley.domain.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * LINE's token for one answer free of cost.
 *
 * @param receivedAt when it reached us: it is good for a minute from then, once
 */
public record ReplyToken(String value, Instant receivedAt) {
  private static final Duration LIFE = Duration.ofSeconds(50);

  /** Returns until when we use it: the platform's minute, less the time that a call takes. */
  public Instant usableUntil() {
    return receivedAt.plus(LIFE);
  }

  @Override
  public String toString() {
    return "ReplyToken[…]";
  }
}
