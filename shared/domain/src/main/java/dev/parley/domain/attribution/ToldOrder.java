package dev.parley.domain.attribution;

import dev.parley.domain.attribution.Order.Refund;
import dev.parley.domain.attribution.Order.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a shop tells of an order: always the whole order as it stands at the shop.
 *
 * @param refundedTotal what is refunded in all, when the shop says it
 * @param refundedAt when the newest of it was
 */
public record ToldOrder(
    OrderKey key,
    Money total,
    Instant placedAt,
    Status status,
    @Nullable Money refundedTotal,
    @Nullable Instant refundedAt,
    @Nullable Instant cancelledAt,
    Order.Trace trace,
    @Nullable String storeCode,
    @Nullable String items,
    String digest) {

  /**
   * Returns the order after this was told.
   *
   * @param before what was known; {@code null} for a new order
   * @param arrival when it was told: the day of what has no day of its own
   */
  public Order after(@Nullable Order before, ZoneId timeZone, Instant arrival) {
    return new Order(
        key,
        total,
        placedAt,
        before == null ? timeZone : before.timeZone(),
        status,
        refunds(before == null ? List.of() : before.refunds(), arrival),
        trace,
        storeCode,
        items,
        digest,
        before == null ? 1 : before.revision() + 1);
  }

  private List<Refund> refunds(List<Refund> known, Instant arrival) {
    long before = known.stream().mapToLong(Refund::minor).sum();
    long change = refunded(before) - before;
    Instant told = status == Status.CANCELLED ? cancelledAt : refundedAt;
    List<Refund> refunds = new ArrayList<>(known);
    if (change != 0) {
      refunds.add(new Refund(told == null ? arrival : told, change));
    } else if (told != null && !refunds.isEmpty()) {
      Refund last = refunds.removeLast();
      refunds.add(new Refund(told, last.minor()));
    }
    return refunds;
  }

  private long refunded(long before) {
    if (status == Status.CANCELLED) {
      return total.getAmountMinorLong();
    }
    if (refundedTotal != null) {
      return refundedTotal.getAmountMinorLong();
    }
    return switch (status) {
      case REFUNDED -> total.getAmountMinorLong();
      case PARTIALLY_REFUNDED -> Math.min(before, total.getAmountMinorLong());
      case PLACED, PAID, CANCELLED -> 0;
    };
  }
}
