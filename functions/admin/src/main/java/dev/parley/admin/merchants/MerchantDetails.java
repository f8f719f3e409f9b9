package dev.parley.admin.merchants;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Merchant;
import java.time.DayOfWeek;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/** What a merchant says of itself. */
public record MerchantDetails(
    String name, ZoneId timeZone, CurrencyUnit currency, String locale, DayOfWeek weekStart) {
  Merchant of(MerchantId id) {
    return new Merchant(id, name, timeZone, currency, locale, weekStart);
  }
}
