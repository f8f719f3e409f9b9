package dev.parley.domain.report;

import dev.parley.domain.id.MerchantId;

/** What each merchant pays for messages. */
public interface MessagePriceSettings {
  /** Returns the merchant's prices; the default ones when it never set any. */
  MessagePrices prices(MerchantId merchant);

  void save(MerchantId merchant, MessagePrices prices);
}
