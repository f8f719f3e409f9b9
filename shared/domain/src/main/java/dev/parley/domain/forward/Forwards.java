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
   * Puts the addresses; all of them are on.
   *
   * @return whether the merchant has the channel
   */
  boolean put(MerchantId merchant, ChannelId channel, List<String> urls);

  /**
   * Lets the channel's calls no more be queued for the address, which is off, unless the addresses
   * were put since.
   *
   * @param edition how often they had been put when the address was seen to be off
   */
  void leaveOut(MerchantId merchant, ChannelId channel, String url, long edition);
}
