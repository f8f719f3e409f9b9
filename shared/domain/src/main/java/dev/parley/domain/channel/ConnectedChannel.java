package dev.parley.domain.channel;

import java.util.List;
import java.util.Set;

/**
 * A channel with the credentials that open it.
 *
 * @param forwards the addresses that get its webhook calls as they came
 * @param off those of them to which nothing goes any more
 */
public record ConnectedChannel(
    Channel channel, ChannelCredentials credentials, List<String> forwards, Off off) {
  public ConnectedChannel {
    forwards = List.copyOf(forwards);
  }

  public ConnectedChannel(Channel channel, ChannelCredentials credentials, List<String> forwards) {
    this(channel, credentials, forwards, Off.NONE);
  }

  public ConnectedChannel(Channel channel, ChannelCredentials credentials) {
    this(channel, credentials, List.of());
  }

  /** Returns the forwards that are on. */
  public List<String> openForwards() {
    return forwards.stream().filter(url -> !off.urls().contains(url)).toList();
  }

  /**
   * Which forwards are switched off.
   *
   * @param edition how often the channel's forwards were put; putting them switches all on
   */
  public record Off(Set<String> urls, long edition) {
    public static final Off NONE = new Off(Set.of(), 0);

    public Off {
      urls = Set.copyOf(urls);
    }
  }
}
