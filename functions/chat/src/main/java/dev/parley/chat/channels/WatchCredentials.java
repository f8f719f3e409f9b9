package dev.parley.chat.channels;

import dev.parley.aws.work.Lanes;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelHealth;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.channel.CredentialChecks;
import dev.parley.domain.channel.CredentialReport;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.channel.CredentialWatch.Due;
import dev.parley.domain.fault.TransientFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the platforms once a day whether the credentials of channels are good and until when. A
 * platform that doesn't tell is asked again in an hour; what was known stays known.
 */
public final class WatchCredentials {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int PAGE = 50;
  private static final int AT_ONCE = 10;

  private final CredentialWatch watch;
  private final ConnectedChannels channels;
  private final CredentialChecks checks;
  private final InstantSource clock;

  public WatchCredentials(
      CredentialWatch watch,
      ConnectedChannels channels,
      CredentialChecks checks,
      InstantSource clock) {
    this.watch = watch;
    this.channels = channels;
    this.checks = checks;
    this.clock = clock;
  }

  /** A channel whose platform was asked. */
  public record Asked(Channel channel, CredentialReport report) {
    /** Returns whether somebody should see to it: they are refused, or soon at their end. */
    public boolean isEnding(Instant now) {
      return switch (report) {
        case CredentialReport.Refused refused -> true;
        case CredentialReport.Valid valid -> {
          Instant end = valid.expiresAt();
          yield end != null && !now.isBefore(end.minus(ChannelHealth.NOTICE));
        }
        case CredentialReport.NotTold nothing -> false;
      };
    }
  }

  /**
   * Asks about what is due, for half a minute at most; the rest stays due. Each is put off before
   * it is asked about: one that ends in a fault holds up no other.
   */
  public List<Asked> run() {
    Instant end = clock.instant().plus(LONGEST);
    Set<Due> seen = new HashSet<>();
    List<Asked> asked = new ArrayList<>();
    while (clock.instant().isBefore(end)) {
      List<Due> due = watch.due(PAGE).stream().filter(seen::add).toList();
      if (due.isEmpty()) {
        return asked;
      }
      Lanes.map(due, AT_ONCE, this::ask).forEach(one -> one.ifPresent(asked::add));
    }
    return asked;
  }

  private Optional<Asked> ask(Due due) {
    try {
      return watch
          .putOff(due, clock.instant().plus(HOUR))
          .flatMap(
              claimed ->
                  channels.findFresh(claimed.id()).flatMap(channel -> asked(claimed, channel)));
    } catch (TransientFault e) {
      return Optional.empty(); // It stays due, or comes again in an hour.
    }
  }

  private Optional<Asked> asked(Due due, ConnectedChannel channel) {
    return channel.credentials() instanceof ChannelCredentials.Meta meta
        ? Optional.of(new Asked(channel.channel(), kept(due, checks.check(meta))))
        : Optional.empty();
  }

  private CredentialReport kept(Due due, CredentialReport report) {
    Instant next = clock.instant().plus(DAY);
    switch (report) {
      case CredentialReport.Valid valid -> watch.keep(due, valid, next);
      case CredentialReport.Refused refused -> watch.keep(due, refused, next);
      case CredentialReport.NotTold nothing -> {
        return nothing;
      }
    }
    return report;
  }

  /** Asks at once about what was just put; what fails is left to the next run. */
  boolean hasLearnt(Due due, ConnectedChannel channel) {
    try {
      return asked(due, channel)
          .filter(asked -> !(asked.report() instanceof CredentialReport.NotTold))
          .isPresent();
    } catch (TransientFault e) {
      return false;
    }
  }
}
