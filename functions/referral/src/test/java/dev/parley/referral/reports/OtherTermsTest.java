package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.RecordClicks;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.AttributionTerms.Model;
import dev.parley.domain.referral.AttributionTerms.Start;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.testkit.referral.InMemoryClicks;
import dev.parley.testkit.referral.InMemoryCredits;
import dev.parley.testkit.referral.InMemoryCustomers;
import dev.parley.testkit.referral.InMemoryFigures;
import dev.parley.testkit.referral.InMemoryOrders;
import dev.parley.testkit.referral.InMemoryReferrals;
import dev.parley.testkit.referral.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OtherTermsTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Instant SENT = Instant.parse("2026-11-02T04:00:00Z");
  private static final Span NOVEMBER =
      new Span(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));

  private final Shop shop = new Shop(MERCHANT);
  private final InMemoryFigures figures = new InMemoryFigures();
  private final InMemoryReferrals referrals = new InMemoryReferrals();
  private final InMemoryClicks clicks = new InMemoryClicks(figures);
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryOrders orders = new InMemoryOrders();
  private final InMemoryCredits credits = new InMemoryCredits(figures);
  private final FindCandidates candidates = new FindCandidates(referrals, clicks, customers);
  private final AttributeOrder attribute = new AttributeOrder(orders, credits, candidates);
  private final RecordClicks record = new RecordClicks(clicks, customers, attribute);
  private final OtherTerms others = new OtherTerms(credits, orders, candidates);

  @Test
  void theFirstLinkLeadsWhenTheFirstCounts() {
    Referral first = opened("agt_first", 0);
    Referral last = opened("agt_last", 10);
    order("A-1", "500.00", last, 20);

    assertEquals(
        Map.of(
            "agt_first ORDERS", 1L,
            "agt_first REVENUE", 50000L,
            "agt_first ASSISTED_ORDERS", -1L,
            "agt_last ORDERS", -1L,
            "agt_last REVENUE", -50000L,
            "agt_last ASSISTED_ORDERS", 1L),
        change(new AttributionTerms(30, Start.CLICK, Model.FIRST)));
    assertEquals(first.id(), referrals.find(first.token(0)).orElseThrow().id());
  }

  @Test
  void anOrderTooLateForAShorterTimeIsNobodys() {
    Referral referral = opened("agt_a", 0);
    order("A-1", "500.00", referral, 60 * 24 * 5);

    assertEquals(
        Map.of("agt_a ORDERS", -1L, "agt_a REVENUE", -50000L),
        change(new AttributionTerms(4, Start.CLICK, Model.LAST)));
    assertEquals(Map.of(), change(new AttributionTerms(5, Start.CLICK, Model.LAST)));
  }

  @Test
  void aRefundOfAnOrderThatOnlyTheseTermsCreditIsTheirsOnItsDay() {
    Referral referral = opened("agt_a", 0, new AttributionTerms(4, Start.CLICK, Model.LAST));
    Instant placed = SENT.plus(Duration.ofDays(5));
    Order first = order("A-1", "500.00", referral, 60 * 24 * 5);
    Order undone =
        shop.order("A-1", "500.00", placed, Shop.by(referral, 0), Order.Status.CANCELLED)
            .after(first, Shop.ZONE, placed.plus(Duration.ofDays(40)));
    orders.write(List.of(undone));
    attribute.attribute(first.key());

    Span december = new Span(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-31"));
    assertEquals(
        Map.of("agt_a REFUNDED", 50000L),
        change(december, new AttributionTerms(5, Start.CLICK, Model.LAST)));
  }

  @Test
  void nothingThatStandsIsTouched() {
    Referral referral = opened("agt_a", 0);
    order("A-1", "500.00", referral, 60 * 24 * 5);
    List<Count> before = figures.sales(MERCHANT, NOVEMBER.from(), NOVEMBER.to());

    change(new AttributionTerms(1, Start.SEND, Model.FIRST));

    assertEquals(before, figures.sales(MERCHANT, NOVEMBER.from(), NOVEMBER.to()));
  }

  @Test
  void tooManyOrdersAreRefused() {
    Referral referral = opened("agt_a", 0);
    for (int i = 0; i <= 2_000; i++) {
      order("A-" + i, "1.00", referral, 1);
    }

    BadInput refused = assertThrows(BadInput.class, () -> change(AttributionTerms.DEFAULT));

    assertEquals(List.of("from"), refused.errors().stream().map(FieldError::pointer).toList());
  }

  private Referral opened(String agent, int minutes) {
    return opened(agent, minutes, AttributionTerms.DEFAULT);
  }

  private Referral opened(String agent, int minutes, AttributionTerms terms) {
    Instant at = SENT.plus(Duration.ofMinutes(minutes));
    Referral referral = shop.referral(agent, "cnt_1", at, terms);
    referrals.add(referral);
    record.record(List.of(Click.on(referral, referral.token(0), "clk_" + agent, at)));
    return referral;
  }

  private Order order(String id, String total, Referral by, int minutes) {
    Instant placed = SENT.plus(Duration.ofMinutes(minutes));
    Order order = shop.order(id, total, placed, Shop.by(by, 0)).after(null, Shop.ZONE, placed);
    orders.write(List.of(order));
    attribute.attribute(order.key());
    return order;
  }

  /** Returns what changes for each agent, without the products' cells. */
  private Map<String, Long> change(AttributionTerms terms) {
    return change(NOVEMBER, terms);
  }

  private Map<String, Long> change(Span span, AttributionTerms terms) {
    Map<String, Long> change = new TreeMap<>();
    for (Count count : others.change(MERCHANT, span, terms)) {
      if (count.cell() instanceof CellKey.Sales cell) {
        for (Figure figure : count.figures().amounts().keySet()) {
          change.merge(cell.agentId() + " " + figure, count.figures().get(figure), Long::sum);
        }
      }
    }
    return change;
  }
}
