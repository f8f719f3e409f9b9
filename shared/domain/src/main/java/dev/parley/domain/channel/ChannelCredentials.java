package dev.parley.domain.channel;

/**
 * What a platform gave the merchant to let us speak for a channel; never logged, never returned.
 */
public sealed interface ChannelCredentials {
  ChannelType type();

  /**
   * A LINE official account's.
   *
   * @param channelSecret signs LINE's webhook calls
   * @param channelAccessToken opens LINE's API
   */
  record Line(String channelSecret, String channelAccessToken) implements ChannelCredentials {
    @Override
    public ChannelType type() {
      return ChannelType.LINE;
    }

    @Override
    public String toString() {
      return "Line[…]";
    }
  }
}
