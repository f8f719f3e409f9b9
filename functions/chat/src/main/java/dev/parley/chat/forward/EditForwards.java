package dev.parley.chat.forward;

import dev.parley.aws.forward.TargetHealthJson;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.TargetRule;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** Lets owners say who else gets the webhook calls of a channel. */
public final class EditForwards {
  private static final int MOST_URLS = 5;

  private final Channels channels;
  private final Forwards forwards;
  private final TargetHealths healths;
  private final TargetRule rule;

  public EditForwards(
      Channels channels, Forwards forwards, TargetHealths healths, TargetRule rule) {
    this.channels = channels;
    this.forwards = forwards;
    this.healths = healths;
    this.rule = rule;
  }

  public HttpReply read(Caller caller, HttpCall call) {
    call.noQuery();
    ChannelId channel = id(call);
    return refusal(caller, channel).orElseGet(() -> reply(caller.merchantId(), channel));
  }

  /** Puts the addresses; what one of them failed before is forgotten. */
  public HttpReply put(Caller caller, HttpCall call) {
    call.noQuery();
    ChannelId channel = id(call);
    Optional<HttpReply> refused = refusal(caller, channel);
    if (refused.isPresent()) {
      return refused.get();
    }
    var fields = call.fields();
    List<String> urls = new EndpointInput(rule, fields).urls(MOST_URLS);
    fields.done();
    MerchantId merchant = caller.merchantId();
    urls.forEach(url -> healths.renewed(merchant, new Target.Forward(channel, url)));
    return forwards.put(merchant, channel, urls) ? reply(merchant, channel) : HttpReply.notFound();
  }

  /** Only LINE's calls carry one signature over the whole body that we can make as well. */
  private Optional<HttpReply> refusal(Caller caller, ChannelId id) {
    Optional<Channels.Entry> entry = channels.find(caller.merchantId(), id);
    if (entry.isEmpty()) {
      return Optional.of(HttpReply.notFound());
    }
    ChannelType type = entry.get().channel().type();
    return type == ChannelType.LINE
        ? Optional.empty()
        : Optional.of(
            HttpReply.problem(
                409,
                "no-forwards",
                "The channel can't be forwarded",
                "The webhook calls of LINE channels can be; this one is of " + type.platform()));
  }

  private HttpReply reply(MerchantId merchant, ChannelId channel) {
    List<String> urls = forwards.find(merchant, channel).orElse(List.of());
    return HttpReply.json(
        200,
        w ->
            w.texts("urls", urls)
                .objects("targets", urls, (t, url) -> write(t, merchant, channel, url)));
  }

  private void write(JsonWriter w, MerchantId merchant, ChannelId channel, String url) {
    w.field("url", url);
    TargetHealthJson.write(w, healths.find(merchant, new Target.Forward(channel, url)));
  }

  private static ChannelId id(HttpCall call) {
    return new ChannelId(call.parameter("channelId"));
  }
}
