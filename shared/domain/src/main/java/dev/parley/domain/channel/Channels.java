package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Optional;

/** The channels of merchants. */
public interface Channels {
  /** Returns the channel; another merchant's is not found. */
  Optional<Entry> find(MerchantId merchant, ChannelId id);

  Page<Entry> list(MerchantId merchant, PageRequest page);

  /** Connects or changes the channel; empty when another merchant has the id. */
  Optional<Entry> put(ConnectedChannel channel);

  /**
   * @return whether the merchant had it
   */
  boolean remove(MerchantId merchant, ChannelId id);

  /** A channel and how it fares. */
  record Entry(Channel channel, ChannelHealth health) {}
}
