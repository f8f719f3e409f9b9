package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import java.util.Map;

/** What merchants call their channels; asked without the key that opens credentials. */
public interface ChannelNames {
  /** Returns the names of all the merchant's channels. */
  Map<ChannelId, String> of(MerchantId merchant);
}
