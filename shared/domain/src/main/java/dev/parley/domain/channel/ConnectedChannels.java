package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import java.util.Optional;

/**
 * Finds channels with their credentials decrypted; what was found may be up to five minutes old.
 */
public interface ConnectedChannels {
  Optional<ConnectedChannel> find(ChannelId id);
}
