package dev.parley.chat.widget;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.ConnectedChannels;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds whose token a request carries, without asking any table. */
final class KnowVisitors {
  private static final String BEARER = "bearer ";

  private final ConnectedChannels channels;

  KnowVisitors(ConnectedChannels channels) {
    this.channels = channels;
  }

  /** Answers the visitor's request; one without a token of this channel is refused. */
  HttpReply answer(WidgetChannel channel, HttpCall call, Function<Visitor, HttpReply> answer) {
    return visitor(channel, token(call.header("authorization")))
        .map(answer)
        .orElseGet(KnowVisitors::unknown);
  }

  /** A channel that was removed and connected again a moment ago has a new secret. */
  private Optional<Visitor> visitor(WidgetChannel channel, String token) {
    return token.isEmpty()
        ? Optional.empty()
        : channel
            .visitor(token)
            .or(
                () ->
                    channels
                        .findFresh(channel.id())
                        .flatMap(WidgetChannel::of)
                        .flatMap(now -> now.visitor(token)));
  }

  private static HttpReply unknown() {
    return HttpReply.unauthorized(
            "Send the channel's visitorToken as \"Authorization: Bearer <token>\".")
        .with("www-authenticate", "Bearer");
  }

  private static String token(@Nullable String header) {
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : "";
  }
}
