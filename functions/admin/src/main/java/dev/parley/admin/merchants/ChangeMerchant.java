package dev.parley.admin.merchants;

import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Merchants;
import dev.parley.domain.report.KnownOrders;
import org.joda.money.CurrencyUnit;

/** Changes the caller's merchant; its currency only as long as no order was counted in it. */
public final class ChangeMerchant {
  private final Merchants merchants;
  private final KnownOrders orders;

  public ChangeMerchant(Merchants merchants, KnownOrders orders) {
    this.merchants = merchants;
    this.orders = orders;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The merchant is as it was asked for. */
    record Changed(Merchant merchant) implements Outcome {}

    /** There are orders in the currency that the merchant has. */
    record CurrencyFixed(CurrencyUnit currency) implements Outcome {}
  }

  public Outcome change(Caller caller, MerchantDetails details) {
    CurrencyUnit currency = caller.merchant().currency();
    if (!details.currency().equals(currency) && orders.any(caller.merchantId())) {
      return new Outcome.CurrencyFixed(currency);
    }
    return merchants
        .change(caller.merchantId(), merchant -> details.of(merchant.id()))
        .map(Outcome.Changed::new)
        .orElseThrow();
  }
}
