package dev.parley.domain.merchant;

import dev.parley.domain.id.MerchantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/**
 * A shop, or a chain of shops, that sells through Parley.
 *
 * @param timeZone whose days its reports count in
 * @param currency what its prices and figures are in
 * @param locale the language of its customers, a BCP 47 tag such as {@code zh-TW}
 * @param weekStart the first day of its weeks in reports
 */
public record Merchant(
    MerchantId id,
    String name,
    ZoneId timeZone,
    CurrencyUnit currency,
    String locale,
    DayOfWeek weekStart) {

  /** Returns the merchant's day that holds the time. */
  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, timeZone);
  }
}
