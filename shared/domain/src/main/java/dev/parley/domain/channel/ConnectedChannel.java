package dev.parley.domain.channel;

import java.util.List;

/**
 * A channel with the credentials that open it.
 *
 * @param forwards the addresses that get its webhook calls as they came
 */
public record ConnectedChannel(
    Channel channel, ChannelCredentials credentials, List<String> forwards) {
  public ConnectedChannel {
    forwards = List.copyOf(forwards);
  }

  public ConnectedChannel(Channel channel, ChannelCredentials credentials) {
    this(channel, credentials, List.of());
  }
}
