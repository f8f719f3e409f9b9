package dev.parley.domain.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attribution.Order.Refund;
import dev.parley.domain.attribution.Order.Status;
import dev.parley.domain.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldOrderTest {
  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

  @Test
  void addsEachPartThatIsRefundedWhenItIsTold() {
    Order paid = told("100.00", Status.PAID, null, null).after(null, ZONE, day(0));
    Order part = told("100.00", Status.PARTIALLY_REFUNDED, "30.00", null).after(paid, ZONE, day(1));
    Order all = told("100.00", Status.REFUNDED, null, null).after(part, ZONE, day(2));

    assertEquals(List.of(), paid.refunds());
    assertEquals(List.of(new Refund(day(1), 3000)), part.refunds());
    assertEquals(List.of(new Refund(day(1), 3000), new Refund(day(2), 7000)), all.refunds());
    assertEquals(3, all.revision());
  }

  @Test
  void refundsTheWholeTotalOfACancelledOrderOnItsOwnDay() {
    Order paid = told("100.00", Status.PAID, null, null).after(null, ZONE, day(0));
    ToldOrder cancelled = told("100.00", Status.CANCELLED, null, day(3));

    Order once = cancelled.after(paid, ZONE, day(5));
    Order twice = cancelled.after(once, ZONE, day(6));

    assertEquals(List.of(new Refund(day(3), 10_000)), once.refunds());
    assertEquals(once.refunds(), twice.refunds());
  }

  @Test
  void takesARefundBackWhenTheStatusGoesBack() {
    Order cancelled = told("100.00", Status.CANCELLED, null, null).after(null, ZONE, day(1));
    Order paid = told("100.00", Status.PAID, null, null).after(cancelled, ZONE, day(2));

    assertEquals(0, paid.refunded());
    assertEquals(new Refund(day(2), -10_000), paid.refunds().getLast());
  }

  private static Instant day(int day) {
    return DAY.plus(Duration.ofDays(day));
  }

  private static ToldOrder told(
      String total, Status status, @Nullable String refunded, @Nullable Instant cancelledAt) {
    return new ToldOrder(
        new OrderKey(new MerchantId("mer_1"), "shop", "1"),
        Money.parse("THB " + total),
        DAY,
        status,
        refunded == null ? null : Money.parse("THB " + refunded),
        null,
        cancelledAt,
        new Order.Trace(null, null, List.of()),
        null,
        null,
        "digest");
  }
}
