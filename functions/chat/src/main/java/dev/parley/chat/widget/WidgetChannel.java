package dev.parley.chat.widget;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.Ids;
import dev.parley.platforms.widget.VisitorToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A widget's channel with the sites that may show it and the secret of its visitors' tokens. */
public record WidgetChannel(Channel channel, ChannelCredentials.Widget credentials) {
  /** Returns the channel, or empty when it is another platform's. */
  static Optional<WidgetChannel> of(ConnectedChannel connected) {
    return connected.credentials() instanceof ChannelCredentials.Widget widget
        ? Optional.of(new WidgetChannel(connected.channel(), widget))
        : Optional.empty();
  }

  ChannelId id() {
    return channel.id();
  }

  boolean isShownAt(@Nullable String origin) {
    return origin != null && credentials.allowedOrigins().contains(origin);
  }

  /** Returns someone whom the channel has never seen. */
  Visitor newVisitor(Ids ids) {
    String id = ids.next("vis");
    return new Visitor(channel, id, VisitorToken.of(id(), id, credentials.tokenSecret()));
  }

  /** Returns the visitor whose token it is, or empty when the channel gave no such. */
  Optional<Visitor> visitor(String token) {
    return VisitorToken.visitor(id(), token, credentials.tokenSecret())
        .map(id -> new Visitor(channel, id, token));
  }
}
