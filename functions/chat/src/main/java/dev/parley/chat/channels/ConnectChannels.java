package dev.parley.chat.channels;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.Channels.PutOutcome;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.merchant.Caller;

/** Connects a merchant's channels, shows how they fare, and disconnects them. */
public final class ConnectChannels {
  private final Channels channels;
  private final WidgetSecrets secrets;
  private final ChannelJson json;

  /**
   * @param publicBaseUrl what the URLs of webhooks, and of the widget, begin with
   */
  public ConnectChannels(Channels channels, WidgetSecrets secrets, String publicBaseUrl) {
    this.channels = channels;
    this.secrets = secrets;
    this.json = new ChannelJson(publicBaseUrl);
  }

  public HttpReply put(Caller caller, HttpCall call) {
    call.noQuery();
    ConnectedChannel channel =
        ChannelInput.read(caller.merchantId(), call.anyParameter("channelId"), call.fields());
    return switch (channels.put(secrets.completed(channel, call.ids()))) {
      case PutOutcome.Connected connected -> reply(connected.entry());
      case PutOutcome.Taken taken -> HttpReply.notFound();
      case PutOutcome.OtherType other -> otherType(other.type());
    };
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
    return HttpReply.json(
        200,
        w -> w.objects("items", page.items(), json::write).field("nextCursor", page.nextCursor()));
  }

  public HttpReply one(Caller caller, HttpCall call) {
    call.noQuery();
    return channels
        .find(caller.merchantId(), id(call))
        .map(this::reply)
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

  private HttpReply reply(Channels.Entry entry) {
    return HttpReply.json(200, w -> json.write(w, entry));
  }
}
