package dev.parley.testkit.referral;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.domain.report.MessagePrices;
import java.util.HashMap;
import java.util.Map;

/** What merchants pay for messages, in memory. */
public final class InMemoryMessagePrices implements MessagePriceSettings {
  private final Map<MerchantId, MessagePrices> prices = new HashMap<>();

  @Override
  public MessagePrices prices(MerchantId merchant) {
    return prices.getOrDefault(merchant, MessagePrices.DEFAULT);
  }

  @Override
  public void save(MerchantId merchant, MessagePrices told) {
    prices.put(merchant, told);
  }
}
