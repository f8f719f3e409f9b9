package dev.parley.domain.forward;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import java.util.List;
import java.util.Optional;

/** The addresses that get a channel's webhook calls as they came. */
public interface Forwards {
  /** Returns the addresses; empty when the merchant has no such channel. */
  Optional<List<String>> find(MerchantId merchant, ChannelId channel);

  /**
   * @return whether the merchant has the channel
   */
  boolean put(MerchantId merchant, ChannelId channel, List<String> urls);
}
