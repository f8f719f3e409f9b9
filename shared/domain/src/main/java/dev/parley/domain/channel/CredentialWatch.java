package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the platforms are to be asked about the credentials of channels, and what they said. Putting
 * a channel whose platform can be asked makes it due at once, and forgets what was said before.
 */
public interface CredentialWatch {
  /** Returns the channels whose time has come, those that wait longest first. */
  List<Due> due(int most);

  /**
   * Puts the channel off, so that nobody else asks for it meanwhile and a fault holds up no other.
   *
   * @return the channel as it is due then; empty when it isn't due as it was any more
   */
  Optional<Due> putOff(Due due, Instant until);

  /**
   * Keeps that the credentials are good; void when the channel isn't due as it was any more: then
   * they were changed.
   *
   * @param next when to ask again
   */
  void keep(Due due, CredentialReport.Valid report, Instant next);

  /** Keeps that they were refused, as a trouble of the channel's; void as above. */
  void keep(Due due, CredentialReport.Refused report, Instant next);

  /**
   * A channel whose platform is to be asked.
   *
   * @param at since when; it tells its credentials from those that are put later
   */
  record Due(ChannelId id, Instant at) {}
}
