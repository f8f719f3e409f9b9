package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import java.util.Optional;

/** Finds channels with their credentials decrypted. */
public interface ConnectedChannels {
  /** Returns the channel; what was found may be up to a minute old. */
  Optional<ConnectedChannel> find(ChannelId id);

  /**
   * Returns the channel as it is stored, a second old at most: for when its credentials did not
   * fit.
   */
  Optional<ConnectedChannel> findFresh(ChannelId id);

  /**
   * Returns the channel of the same merchant and platform that the account is connected by; what
   * was found may be up to a minute old.
   *
   * @param accountId the platform's id of the account
   */
  Optional<ConnectedChannel> findOf(Channel sibling, String accountId);
}
