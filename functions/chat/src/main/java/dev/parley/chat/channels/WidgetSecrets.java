package dev.parley.chat.channels;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.Ids;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Gives a widget the secret that its visitors' tokens are made with: the one that it has, so that
 * visitors stay who they are when the owner changes the channel, or a new one.
 */
public final class WidgetSecrets {
  private final ConnectedChannels channels;

  public WidgetSecrets(ConnectedChannels channels) {
    this.channels = channels;
  }

  /** Returns the channel, a widget with its secret. */
  ConnectedChannel completed(ConnectedChannel channel, Ids ids) {
    return channel.credentials() instanceof ChannelCredentials.Widget widget
        ? new ConnectedChannel(
            channel.channel(),
            new ChannelCredentials.Widget(
                widget.allowedOrigins(),
                present(channel.channel()).orElseGet(() -> HexFormat.of().formatHex(ids.secret()))))
        : channel;
  }

  private Optional<String> present(Channel channel) {
    return channels
        .findFresh(channel.id())
        .filter(found -> found.channel().merchantId().equals(channel.merchantId()))
        .map(ConnectedChannel::credentials)
        .filter(ChannelCredentials.Widget.class::isInstance)
        .map(found -> ((ChannelCredentials.Widget) found).tokenSecret());
  }
}
