package dev.parley.referral.reports;

import dev.parley.domain.report.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report, or its total.
 *
 * @param key {@code null}: the total, or what belongs to no store
 */
record Row(@Nullable String key, Tally tally, Yardstick yardstick) {
  private static final int DECIMALS = 4;

  long count(Figure figure) {
    return tally.figures().get(figure);
  }

  Money money(Figure figure) {
    return Money.ofMinor(yardstick.currency(), count(figure));
  }

  @Nullable BigDecimal messageCtr() {
    return ratio(count(Figure.OPENED_MESSAGES), count(Figure.REFERRAL_MESSAGES));
  }

  @Nullable BigDecimal productCtr() {
    return ratio(count(Figure.UNIQUE_CLICKS), count(Figure.PRODUCTS_SENT));
  }

  @Nullable BigDecimal conversion() {
    return ratio(count(Figure.ORDERS), count(Figure.UNIQUE_CLICKS));
  }

  Money netRevenue() {
    return money(Figure.REVENUE).minus(money(Figure.REFUNDED));
  }

  @Nullable Money averageOrderValue() {
    long orders = count(Figure.ORDERS);
    return orders == 0 ? null : money(Figure.REVENUE).dividedBy(orders, RoundingMode.HALF_UP);
  }

  @Nullable BigDecimal shareOfRevenue() {
    return ratio(count(Figure.REVENUE), yardstick.knownRevenue());
  }

  /** Compares the unrounded averages: (r/o − R/O) / (R/O) = (rO − Ro) / (Ro). */
  @Nullable BigDecimal differenceToAverage() {
    BigDecimal own = product(count(Figure.REVENUE), yardstick.creditedOrders());
    BigDecimal all = product(yardstick.creditedRevenue(), count(Figure.ORDERS));
    return ratio(own.subtract(all), all);
  }

  Money messageCost() {
    return Money.of(yardstick.priceCurrency(), tally.messageCost(), RoundingMode.HALF_UP);
  }

  /** Returns {@code null} too when prices and revenue are in different currencies. */
  @Nullable BigDecimal roas() {
    return yardstick.priceCurrency().equals(yardstick.currency())
        ? ratio(money(Figure.REVENUE).getAmount(), tally.messageCost())
        : null;
  }

  private static BigDecimal product(long a, long b) {
    return BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b));
  }

  private static @Nullable BigDecimal ratio(long part, long whole) {
    return ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
  }
}
