package dev.parley.domain.referral;

import dev.parley.domain.id.ProductId;

/**
 * A product in a referral.
 *
 * @param url the product's own page as it was when the referral was made: where the link leads
 */
public record ReferredProduct(ProductId id, String url) {}
