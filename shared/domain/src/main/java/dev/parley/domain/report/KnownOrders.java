package dev.parley.domain.report;

import dev.parley.domain.id.MerchantId;

/** Says whether any order of a merchant was ever counted. */
public interface KnownOrders {
  boolean any(MerchantId merchant);
}
