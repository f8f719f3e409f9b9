package dev.parley.domain.referral;

import dev.parley.domain.id.MerchantId;

/** The terms that a merchant's new links are made under. */
public interface AttributionSettings {
  /** Returns the merchant's terms; the default ones when it never set any. */
  AttributionTerms terms(MerchantId merchant);

  void save(MerchantId merchant, AttributionTerms terms);
}
