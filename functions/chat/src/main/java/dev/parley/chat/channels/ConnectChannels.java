package dev.parley.chat.channels;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.Channels.PutOutcome;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.merchant.Caller;
import java.time.Instant;

/** Connects a merchant's channels, shows how they fare, and disconnects them. */
public final class ConnectChannels {
  private final Channels channels;
  private final WidgetSecrets secrets;
  private final WatchCredentials watching;
  private final ChannelJson json;

  /**
   * @param publicBaseUrl what the URLs of webhooks, and of the widget, begin with
   */
  public ConnectChannels(
      Channels channels, WidgetSecrets secrets, WatchCredentials watching, String publicBaseUrl) {
    this.channels = channels;
    this.secrets = secrets;
    this.watching = watching;
    this.json = new ChannelJson(publicBaseUrl);
  }

  public HttpReply put(Caller caller, HttpCall call) {
    call.noQuery();
    ConnectedChannel channel =
        ChannelInput.read(caller.merchantId(), call.anyParameter("channelId"), call.fields());
    return switch (channels.put(secrets.completed(channel, call.ids()))) {
      case PutOutcome.Connected connected -> reply(asked(connected, channel), call);
      case PutOutcome.Taken taken -> HttpReply.notFound();
      case PutOutcome.OtherType other -> otherType(other.type());
    };
  }

  /** Asks the platform about the new credentials; an answer that doesn't come, comes later. */
  private Channels.Entry asked(PutOutcome.Connected put, ConnectedChannel channel) {
    CredentialWatch.Due due = put.due();
    Channel own = channel.channel();
    return due != null && watching.hasLearnt(due, channel)
        ? channels.find(own.merchantId(), own.id()).orElse(put.entry())
        : put.entry();
  }

  private static HttpReply otherType(String type) {
    return HttpReply.problem(
        409,
        "channel-type-fixed",
        "The type of a channel can't change",
        "The channel has the type " + type + "; connect another one under another id.");
  }

  public HttpReply list(Caller caller, HttpCall call) {
    var page = channels.list(caller.merchantId(), call.page());
    Instant now = call.ids().startedAt();
    return HttpReply.json(
        200,
        w ->
            w.objects("items", page.items(), (item, entry) -> json.write(item, entry, now))
                .field("nextCursor", page.nextCursor()));
  }

  public HttpReply one(Caller caller, HttpCall call) {
    call.noQuery();
    return channels
        .find(caller.merchantId(), id(call))
        .map(entry -> reply(entry, call))
        .orElseGet(HttpReply::notFound);
  }

  public HttpReply remove(Caller caller, HttpCall call) {
    call.noQuery();
    return channels.remove(caller.merchantId(), id(call))
        ? HttpReply.empty(204)
        : HttpReply.notFound();
  }

  private static ChannelId id(HttpCall call) {
    return new ChannelId(call.parameter("channelId"));
  }

  private HttpReply reply(Channels.Entry entry, HttpCall call) {
    return HttpReply.json(200, w -> json.write(w, entry, call.ids().startedAt()));
  }
}
