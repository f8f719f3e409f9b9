package dev.parley.chat.inbound;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the platform once who a person or group is. When it can't tell, the message stays without a
 * name and a later one asks again.
 */
public final class MeetContacts {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Function<ChannelType, Profiles> profiles;
  private final Arrivals arrivals;
  private final ConnectedChannels channels;
  private final InstantSource clock;

  public MeetContacts(
      Function<ChannelType, Profiles> profiles,
      Arrivals arrivals,
      ConnectedChannels channels,
      InstantSource clock) {
    this.profiles = profiles;
    this.arrivals = arrivals;
    this.channels = channels;
    this.clock = clock;
  }

  /** Asks for the profile when the conversation has none, at most once an hour. */
  public void meet(Arrival arrival, Source source, Arrivals.Head head) {
    Instant now = clock.instant();
    Profile told = arrival.event().profile();
    if (told != null) {
      keep(arrival, told, head, now);
      return;
    }
    Instant asked = head.profileAskedAt();
    boolean due = asked == null || asked.plus(PAUSE).isBefore(now);
    if (head.displayName() == null && due) {
      arrivals.keepProfile(arrival, ask(arrival, source).orElse(null), now);
    }
  }

  /** Some platforms tell who a person is with each event. */
  private void keep(Arrival arrival, Profile told, Arrivals.Head head, Instant now) {
    if (!told.displayName().equals(head.displayName())) {
      arrivals.keepProfile(arrival, told, now);
    }
  }

  private Optional<Profile> ask(Arrival arrival, Source source) {
    try {
      return channels
          .find(arrival.received().channelId())
          .flatMap(channel -> find(channel, source));
    } catch (TransientFault | PermanentFault e) {
      return Optional.empty(); // An optional call: it may not hold the message up.
    }
  }

  private Optional<Profile> find(ConnectedChannel channel, Source source) {
    return profiles.apply(channel.channel().type()).find(channel, source);
  }
}
