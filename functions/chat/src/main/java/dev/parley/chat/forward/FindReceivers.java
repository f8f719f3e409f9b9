package dev.parley.chat.forward;

import dev.parley.chat.forward.Receiver.Signing;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.id.MerchantId;
import java.util.Optional;

/** Finds where a target is now, what signs for it, and how it fares. */
final class FindReceivers {
  private final Endpoints endpoints;
  private final TargetHealths healths;
  private final ConnectedChannels channels;
  private final Forwards forwards;

  FindReceivers(
      Endpoints endpoints, TargetHealths healths, ConnectedChannels channels, Forwards forwards) {
    this.endpoints = endpoints;
    this.healths = healths;
    this.channels = channels;
    this.forwards = forwards;
  }

  /** Returns empty when the target was removed. */
  Optional<Receiver> find(MerchantId merchant, Target target) {
    return switch (target) {
      case Target.Endpoint endpoint ->
          endpoints.open(merchant, endpoint.id()).map(FindReceivers::receiver);
      case Target.Forward forward ->
          channel(merchant, forward).flatMap(channel -> receiver(channel, forward));
    };
  }

  private Optional<Receiver> receiver(ConnectedChannel channel, Target.Forward forward) {
    return signing(channel.credentials())
        .map(line -> new Receiver(forward.url(), line, health(channel, forward)));
  }

  /**
   * What is off is noted in the channel, which its webhook reads: no more calls are queued then.
   */
  private TargetHealth health(ConnectedChannel channel, Target.Forward forward) {
    MerchantId merchant = channel.channel().merchantId();
    TargetHealth health = healths.find(merchant, forward);
    ConnectedChannel.Off off = channel.off();
    if (health.disabled() != null && !off.urls().contains(forward.url())) {
      forwards.leaveOut(merchant, forward.channelId(), forward.url(), off.edition());
    }
    return health;
  }

  private static Receiver receiver(Endpoints.Opened opened) {
    return new Receiver(
        opened.endpoint().url(), new Signing.Standard(opened.secret()), opened.endpoint().health());
  }

  /** A forward that a cached channel doesn't have may be a new one. */
  private Optional<ConnectedChannel> channel(MerchantId merchant, Target.Forward forward) {
    return channels
        .find(forward.channelId())
        .filter(channel -> has(channel, merchant, forward))
        .or(
            () ->
                channels
                    .findFresh(forward.channelId())
                    .filter(channel -> has(channel, merchant, forward)));
  }

  private static boolean has(
      ConnectedChannel channel, MerchantId merchant, Target.Forward forward) {
    return channel.channel().merchantId().equals(merchant)
        && channel.forwards().contains(forward.url());
  }

  /** Channels of other platforms have no forwards. */
  private static Optional<Signing> signing(ChannelCredentials credentials) {
    return credentials instanceof ChannelCredentials.Line line
        ? Optional.of(new Signing.Line(line.channelSecret()))
        : Optional.empty();
  }
}
