package dev.parley.chat.widget;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.forward.TargetRule;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.Ids;
import dev.parley.platforms.webhook.HmacSha256;
import dev.parley.platforms.widget.VisitorToken;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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

  /**
   * Returns what tells the caller's network from others, and what nobody without the channel's
   * secret can turn back: an address, or of IPv6 its first half, since who has one has them all.
   */
  String network(String address) {
    byte[] network =
        TargetRule.literal(address)
            .map(InetAddress::getAddress)
            .map(bytes -> bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes)
            .orElseGet(() -> address.getBytes(StandardCharsets.UTF_8));
    byte[] digest = HmacSha256.of(credentials.tokenSecret(), network);
    return HexFormat.of().formatHex(digest, 0, 16);
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
