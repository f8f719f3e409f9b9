package dev.parley.chat.outbound;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.outbound.Messenger;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import java.util.Optional;
import java.util.function.Function;

/** A platform as one message meets it: through its channel, with credentials as they stand. */
public final class Platform {
  private static final int PUSHES = 2;

  private final Function<ChannelType, Messenger> messengers;
  private final ConnectedChannels channels;

  public Platform(Function<ChannelType, Messenger> messengers, ConnectedChannels channels) {
    this.messengers = messengers;
    this.channels = channels;
  }

  /** Returns whether the message's channel is still the merchant's. */
  public boolean isConnected(OutboundMessage message) {
    return channel(message).isPresent();
  }

  private Optional<ConnectedChannel> channel(OutboundMessage message) {
    return channels.find(message.channelId()).filter(found -> isOwn(found, message));
  }

  private static boolean isOwn(ConnectedChannel channel, OutboundMessage message) {
    return channel.channel().merchantId().equals(message.merchantId());
  }

  public SendOutcome reply(OutboundMessage message, String replyToken) {
    return through(message, channel -> messenger(message).reply(channel, message, replyToken));
  }

  /** Returns whether the platform knows a push of the message again, so that it may be repeated. */
  public boolean knowsAgain(OutboundMessage message) {
    return messenger(message).knownAgain().isPositive();
  }

  /** Pushes, and once more when the platform broke or was silent and knows the message again. */
  public SendOutcome push(OutboundMessage message) {
    int pushes = knowsAgain(message) ? PUSHES : 1;
    SendOutcome outcome = pushOnce(message);
    for (int i = 1; i < pushes && outcome instanceof SendOutcome.OutcomeUnknown; i++) {
      outcome = pushOnce(message);
    }
    return outcome;
  }

  private SendOutcome pushOnce(OutboundMessage message) {
    return through(message, channel -> messenger(message).push(channel, message));
  }

  private Messenger messenger(OutboundMessage message) {
    return messengers.apply(message.channelType());
  }

  /** Credentials may have been changed since they were read: refused ones are read again. */
  private SendOutcome through(
      OutboundMessage message, Function<ConnectedChannel, SendOutcome> send) {
    ConnectedChannel channel = channel(message).orElseThrow();
    SendOutcome outcome = send.apply(channel);
    if (!(outcome instanceof SendOutcome.CredentialsRejected)) {
      return outcome;
    }
    return channels
        .findFresh(message.channelId())
        .filter(fresh -> isOwn(fresh, message))
        .filter(fresh -> !fresh.credentials().equals(channel.credentials()))
        .map(send)
        .orElse(outcome);
  }
}
