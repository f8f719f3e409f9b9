package dev.parley.domain.inbound;

import dev.parley.domain.channel.ConnectedChannel;
import java.util.Optional;

/** Asks platforms about people and groups. */
public interface Profiles {
  /** Returns what the platform tells, or empty when it has nothing to tell. */
  Optional<Profile> find(ConnectedChannel channel, InboundEvent.Source source);
}
