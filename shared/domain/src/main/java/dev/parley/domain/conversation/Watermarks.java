package dev.parley.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when all messages of a conversation have been delivered and read, where the platform tells
 * it so.
 */
public record Watermarks(@Nullable Instant deliveredUntil, @Nullable Instant readUntil) {
  public static final Watermarks NONE = new Watermarks(null, null);

  /** Returns the message as it stands by them. */
  public Message applied(Message message) {
    if (message.status() != Message.Status.SENT && message.status() != Message.Status.DELIVERED) {
      return message;
    }
    if (readUntil != null && !message.sentAt().isAfter(readUntil)) {
      return message.with(Message.Status.READ);
    }
    return deliveredUntil != null && !message.sentAt().isAfter(deliveredUntil)
        ? message.with(Message.Status.DELIVERED)
        : message;
  }
}
