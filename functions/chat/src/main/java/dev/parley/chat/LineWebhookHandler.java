package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.chat.inbound.ReceiveLineEvents;
import dev.parley.chat.inbound.ReceiveLineEvents.Outcome;
import dev.parley.domain.id.ChannelId;
import dev.parley.json.JsonWriter;
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
  protected void describe(JsonWriter line, HttpCall call) {
    line.field("channelId", call.pathParameters().get("channelId"));
  }

  @Override
  protected HttpReply handle(HttpCall call) {
    Outcome outcome =
        receive.events(
            new ChannelId(call.parameter("channelId")),
            call.header("x-line-signature"),
            call.body(),
            call.ids());
    return switch (outcome) {
      case Outcome.Queued queued -> HttpReply.ok();
      case Outcome.BadSignature bad ->
          HttpReply.unauthorized("The header x-line-signature doesn't sign the body.");
      case Outcome.UnknownChannel unknown -> HttpReply.notFound();
      case Outcome.NoEvents none -> HttpReply.badInput(none.detail(), List.of());
      case Outcome.TooLarge large ->
          HttpReply.tooLarge(
              "An event may have at most %,d bytes; /events/%d has %,d."
                  .formatted(ReceiveLineEvents.MOST_EVENT_BYTES, large.position(), large.bytes()));
    };
  }
}
