package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.chat.inbound.ReceiveMetaEvents;
import dev.parley.chat.inbound.WebhookReplies;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import jakarta.inject.Inject;

/**
 * Receives the webhook calls of Messenger, Instagram and WhatsApp, which Meta makes alike, and
 * queues their events.
 */
public final class MetaWebhookHandler extends HttpHandler {
  private static final String SIGNATURE = "x-hub-signature-256";

  @Inject ReceiveMetaEvents receive;

  @Override
  protected int mostBytes() {
    return WebhookReplies.MOST_BYTES;
  }

  @Override
  protected HttpReply handle(HttpCall call, LogNotes notes) {
    ChannelId channel = new ChannelId(call.parameter("channelId"));
    notes.note("channelId", channel.value());
    return switch (call.route()) {
      case "GET /webhooks/messenger/{channelId}" -> verify(ChannelType.MESSENGER, channel, call);
      case "GET /webhooks/instagram/{channelId}" -> verify(ChannelType.INSTAGRAM, channel, call);
      case "GET /webhooks/whatsapp/{channelId}" -> verify(ChannelType.WHATSAPP, channel, call);
      case "POST /webhooks/messenger/{channelId}" -> events(ChannelType.MESSENGER, channel, call);
      case "POST /webhooks/instagram/{channelId}" -> events(ChannelType.INSTAGRAM, channel, call);
      case "POST /webhooks/whatsapp/{channelId}" -> events(ChannelType.WHATSAPP, channel, call);
      default -> HttpReply.notFound();
    };
  }

  private HttpReply verify(ChannelType type, ChannelId channel, HttpCall call) {
    String challenge = call.query().getOrDefault("hub.challenge", "");
    String token = call.query().getOrDefault("hub.verify_token", "");
    boolean asks = "subscribe".equals(call.query().get("hub.mode"));
    return receive
        .knowsVerifyToken(type, channel, token)
        .map(
            known ->
                known && asks
                    ? HttpReply.text(200, challenge)
                    : HttpReply.forbidden(
                        "hub.mode must be subscribe and hub.verify_token the channel's."))
        .orElseGet(HttpReply::notFound);
  }

  private HttpReply events(ChannelType type, ChannelId channel, HttpCall call) {
    return WebhookReplies.of(
        receive.events(type, channel, call.header(SIGNATURE), call.body(), call.ids()), SIGNATURE);
  }
}
