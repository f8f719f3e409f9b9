package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.chat.inbound.QueueEvents;
import dev.parley.chat.inbound.ReceiveLineEvents;
import dev.parley.chat.inbound.WebhookOutcome;
import dev.parley.domain.id.ChannelId;
import jakarta.inject.Inject;
import java.util.List;

/** Receives LINE's webhook calls and queues their events. */
public final class LineWebhookHandler extends HttpHandler {
  private static final int MOST_BYTES = 3 * 1024 * 1024;

  @Inject ReceiveLineEvents receive;

  @Override
  protected int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  protected HttpReply handle(HttpCall call, LogNotes notes) {
    String channelId = call.parameter("channelId");
    notes.note("channelId", channelId);
    WebhookOutcome outcome =
        receive.events(
            new ChannelId(channelId), call.header("x-line-signature"), call.body(), call.ids());
    return switch (outcome) {
      case WebhookOutcome.Queued queued -> HttpReply.ok();
      case WebhookOutcome.BadSignature bad ->
          HttpReply.unauthorized("The header x-line-signature doesn't sign the body.");
      case WebhookOutcome.UnknownChannel unknown -> HttpReply.notFound();
      case WebhookOutcome.NoEvents none -> HttpReply.badInput(none.detail(), List.of());
      case WebhookOutcome.TooLarge large ->
          HttpReply.tooLarge(
              "An event may have at most %,d bytes; /events/%d has %,d."
                  .formatted(QueueEvents.MOST_EVENT_BYTES, large.position(), large.bytes()));
    };
  }
}
