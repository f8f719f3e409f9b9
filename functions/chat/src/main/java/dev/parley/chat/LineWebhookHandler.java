package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.chat.inbound.ReceiveLineEvents;
import dev.parley.chat.inbound.WebhookReplies;
import dev.parley.domain.forward.WebhookCaller;
import dev.parley.domain.id.ChannelId;
import jakarta.inject.Inject;

/** Receives LINE's webhook calls and queues their events. */
public final class LineWebhookHandler extends HttpHandler {
  private static final String SIGNATURE = "x-line-signature";

  @Inject ReceiveLineEvents receive;

  @Override
  protected int mostBytes() {
    return WebhookReplies.MOST_BYTES;
  }

  @Override
  protected HttpReply handle(HttpCall call, LogNotes notes) {
    String channelId = call.parameter("channelId");
    notes.note("channelId", channelId);
    return WebhookReplies.of(
        receive.events(
            new ChannelId(channelId),
            call.header(SIGNATURE),
            call.body(),
            call.header(WebhookCaller.MARK) != null,
            call.ids()),
        SIGNATURE);
  }
}
