package dev.parley.testkit.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.referral.AttributionContractTest.Stores;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which credits are found by the days that they count on, whatever they are kept in. */
public abstract class CountingContractTest {
  private final Shop shop = new Shop(new MerchantId("mer_" + UUID.randomUUID()));

  protected abstract Stores stores();

  /** Tells of an order that nobody earned, and that it was cancelled at once or days later. */
  private void cancelled(Stores stores, String id, String placed, String cancelled) {
    var paid = shop.order(id, "100.00", Instant.parse(placed), Shop.phone(id));
    var undone =
        shop.order(id, "100.00", Instant.parse(placed), Shop.phone(id), Order.Status.CANCELLED);
    Order first = paid.after(null, Shop.ZONE, Instant.parse(placed));
    stores.orders().write(List.of(first));
    stores.orders().write(List.of(undone.after(first, Shop.ZONE, Instant.parse(cancelled))));
    FindCandidates candidates =
        new FindCandidates(stores.referrals(), stores.clicks(), stores.customers());
    new AttributeOrder(stores.orders(), stores.credits(), candidates).attribute(first.key());
  }

  private List<String> counting(Stores stores, String from, String to) {
    return stores
        .credits()
        .counting(shop.merchant(), LocalDate.parse(from), LocalDate.parse(to))
        .filter(
            credit ->
                credit.counts().stream()
                    .map(count -> count.cell().day())
                    .anyMatch(
                        day ->
                            !day.isBefore(LocalDate.parse(from))
                                && !day.isAfter(LocalDate.parse(to))))
        .map(Credit::order)
        .map(order -> order.orderId())
        .sorted()
        .toList();
  }

  @Test
  void anOrderIsFoundByTheDayOfItsRefundInTheSameMonth() {
    Stores stores = stores();
    cancelled(stores, "A", "2026-11-05T04:00:00Z", "2026-11-25T04:00:00Z");

    assertEquals(List.of("A"), counting(stores, "2026-11-15", "2026-11-28"));
    assertEquals(List.of("A"), counting(stores, "2026-11-05", "2026-11-05"));
    assertEquals(List.of(), counting(stores, "2026-11-06", "2026-11-24"));
  }

  @Test
  void anOrderIsFoundByTheDayOfItsRefundInALaterMonth() {
    Stores stores = stores();
    cancelled(stores, "A", "2026-11-05T04:00:00Z", "2027-01-25T04:00:00Z");

    assertEquals(List.of("A"), counting(stores, "2027-01-25", "2027-01-25"));
    assertEquals(List.of(), counting(stores, "2026-12-01", "2027-01-24"));
  }

  @Test
  void daysAreThoseOfTheMerchantAndMonthsBeginThere() {
    Stores stores = stores();
    cancelled(stores, "A", "2026-10-31T17:00:00Z", "2026-10-31T17:30:00Z");
    cancelled(stores, "B", "2026-11-30T15:59:59.999Z", "2026-11-30T16:00:00Z");

    assertEquals(List.of("A", "B"), counting(stores, "2026-11-01", "2026-11-30"));
    assertEquals(List.of("B"), counting(stores, "2026-12-01", "2026-12-01"));
    assertEquals(List.of(), counting(stores, "2026-10-31", "2026-10-31"));
  }
}
