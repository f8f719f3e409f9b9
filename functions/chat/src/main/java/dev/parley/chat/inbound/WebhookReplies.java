package dev.parley.chat.inbound;

import dev.parley.aws.http.HttpReply;
import java.util.List;

/** What platforms are answered when they call a webhook. */
public final class WebhookReplies {
  /** What the body of one call may have in bytes. */
  public static final int MOST_BYTES = 3 * 1024 * 1024;

  private WebhookReplies() {}

  /**
   * @param header what carries the platform's signature
   */
  public static HttpReply of(WebhookOutcome outcome, String header) {
    return switch (outcome) {
      case WebhookOutcome.Queued queued -> HttpReply.ok();
      case WebhookOutcome.BadSignature bad ->
          HttpReply.unauthorized("The header " + header + " doesn't sign the body.");
      case WebhookOutcome.UnknownChannel unknown -> HttpReply.notFound();
      case WebhookOutcome.NoEvents none -> HttpReply.badInput(none.detail(), List.of());
      case WebhookOutcome.TooLarge large ->
          HttpReply.tooLarge(
              "An event may have at most %,d bytes; event %d of the call has %,d."
                  .formatted(QueueEvents.MOST_EVENT_BYTES, large.position() + 1, large.bytes()));
    };
  }
}
