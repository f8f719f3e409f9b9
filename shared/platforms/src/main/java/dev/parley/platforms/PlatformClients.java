package dev.parley.platforms;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.inbound.Profiles;
import dev.parley.domain.outbound.Messenger;
import dev.parley.platforms.line.HttpLineMessenger;

/** The clients of the platforms, chosen by the type of a channel. */
public record PlatformClients(HttpLineMessenger line) {
  public Messenger messenger(ChannelType type) {
    return switch (type) {
      case LINE -> line;
    };
  }

  public Profiles profiles(ChannelType type) {
    return switch (type) {
      case LINE -> line;
    };
  }
}
