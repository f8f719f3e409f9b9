package dev.parley.chat.widget;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the pages of the channel's own sites speak with it and read its answers, refusals included;
 * any other page is turned away before anything is done.
 */
public final class AdmitSites {
  private static final String ALLOW = "access-control-allow-";
  private static final String TWO_HOURS = "7200";

  private final ConnectedChannels channels;

  public AdmitSites(ConnectedChannels channels) {
    this.channels = channels;
  }

  /** Answers the request, or the browser's question whether it may be made. */
  public HttpReply answer(ChannelId id, HttpCall call, Function<WidgetChannel, HttpReply> answer) {
    Optional<WidgetChannel> known = channels.find(id).flatMap(WidgetChannel::of);
    if (known.isEmpty()) {
      return HttpReply.notFound();
    }
    String origin = call.header("origin");
    return known
        .filter(channel -> channel.isShownAt(origin))
        .or(() -> asItIsNow(id, origin))
        .map(channel -> shared(String.valueOf(origin), answered(channel, call, answer)))
        .orElseGet(AdmitSites::refused);
  }

  /** The owner may have allowed the site a moment ago. */
  private Optional<WidgetChannel> asItIsNow(ChannelId id, @Nullable String origin) {
    return origin == null
        ? Optional.empty()
        : channels.findFresh(id).flatMap(WidgetChannel::of).filter(now -> now.isShownAt(origin));
  }

  private static HttpReply answered(
      WidgetChannel channel, HttpCall call, Function<WidgetChannel, HttpReply> answer) {
    if (call.method().equals("OPTIONS")) {
      return HttpReply.empty(204)
          .with(ALLOW + "methods", "GET, POST")
          .with(ALLOW + "headers", "authorization, content-type, idempotency-key")
          .with("access-control-max-age", TWO_HOURS);
    }
    try {
      return answer.apply(channel);
    } catch (BadInput e) {
      return HttpReply.badInput(String.valueOf(e.getMessage()), e.errors());
    }
  }

  private static HttpReply shared(String origin, HttpReply reply) {
    return reply
        .with(ALLOW + "origin", origin)
        .with("access-control-expose-headers", "retry-after")
        .with("vary", "origin")
        .with("cache-control", "no-store");
  }

  private static HttpReply refused() {
    return HttpReply.forbidden("The page's origin is none of the channel's allowedOrigins.")
        .with("vary", "origin");
  }
}
