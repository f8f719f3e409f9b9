package dev.parley.testkit.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.Judgement.Verdict;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.attribution.RecordClicks;
import dev.parley.domain.attribution.ToldOrder;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.FigureCells;
import dev.parley.domain.report.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What must hold of clicks, orders, credits and report cells together, whatever they are kept in.
 */
public abstract class AttributionContractTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T04:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");

  /** All that the facts and figures are kept in. */
  public record Stores(
      Referrals referrals,
      Clicks clicks,
      Orders orders,
      Customers customers,
      Credits credits,
      FigureCells figures) {}

  protected abstract Stores stores();

  private final Shop shop = new Shop(new MerchantId("mer_" + UUID.randomUUID()));
  private Stores stores;
  private FindCandidates candidates;
  private AttributeOrder attributeOrder;
  private RecordClicks recordClicks;

  @BeforeEach
  void open() {
    stores = stores();
    candidates = new FindCandidates(stores.referrals(), stores.clicks(), stores.customers());
    attributeOrder = new AttributeOrder(stores.orders(), stores.credits(), candidates);
    recordClicks = new RecordClicks(stores.clicks(), stores.customers(), attributeOrder);
  }

  @Test
  void clicksCountOnceHoweverOftenTheyAreDelivered() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    Click click = click(referral, 0, "c1", MONDAY.plusSeconds(60));
    Click again = click(referral, 0, "c2", MONDAY.plusSeconds(90));

    recordClicks.record(List.of(click, click));
    recordClicks.record(List.of(click, again));

    assertEquals(2, total(Figure.CLICKS));
    assertEquals(1, total(Figure.UNIQUE_CLICKS));
    assertEquals(1, total(Figure.OPENED_MESSAGES));
    assertEquals(
        List.of(fact(click), fact(again)),
        stores.clicks().of(shop.merchant(), click.contactId(), MONDAY));
  }

  private static Clicks.Fact fact(Click click) {
    return new Clicks.Fact(click.id(), click.referralId(), click.position(), click.at());
  }

  @Test
  void openingsOfManyReferralsAreReadAtOnce() {
    List<Referral> referrals = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      referrals.add(shop.referral("agt_a", "cnt_1", MONDAY.plusSeconds(i)));
    }
    recordClicks.record(
        List.of(
            click(referrals.getFirst(), 0, "c1", MONDAY.plusSeconds(60)),
            click(referrals.getLast(), 1, "c2", MONDAY.plusSeconds(200))));

    Map<ReferralId, Openings> openings =
        stores.clicks().openings(referrals.stream().map(Referral::id).toList());

    assertEquals(
        Map.of(
            referrals.getFirst().id(),
            new Openings(Map.of(0, MONDAY.plusSeconds(60))),
            referrals.getLast().id(),
            new Openings(Map.of(1, MONDAY.plusSeconds(200)))),
        openings);
    assertEquals(Map.of(), stores.clicks().openings(List.of()));
  }

  @Test
  void anOrderByTokenIsCreditedOnTheDayOfPurchase() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    recordClicks.record(List.of(click(referral, 1, "c1", MONDAY.plusSeconds(60))));

    OrderKey order = told(shop.order("1", "100.00", MONDAY.plusSeconds(600), Shop.by(referral, 1)));
    attributeOrder.attribute(order);

    assertEquals("agt_a", lead(order));
    assertEquals(1, total(Figure.ORDERS));
    assertEquals(10_000, total(Figure.REVENUE));
    assertEquals(1, credited().size());
  }

  @Test
  void aClickThatIsKnownAfterItsOrderCreditsItThen() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    OrderKey order = told(shop.order("1", "100.00", MONDAY.plusSeconds(600), Shop.by(referral, 0)));
    attributeOrder.attribute(order);
    assertEquals(0, total(Figure.ORDERS));

    recordClicks.record(List.of(click(referral, 0, "c1", MONDAY.plusSeconds(60))));

    assertEquals(1, total(Figure.ORDERS));
    assertEquals("agt_a", lead(order));
  }

  @Test
  void aClickInTheSecondOfItsOrderCreditsItUnlessTheOrderTellsItsMillisecond() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    Instant second = MONDAY.plusSeconds(60);
    OrderKey whole = told(shop.order("1", "100.00", second, Shop.by(referral, 0)));
    OrderKey exact = told(shop.order("2", "50.00", second.plusMillis(1), Shop.by(referral, 0)));
    attributeOrder.attribute(whole);
    attributeOrder.attribute(exact);

    recordClicks.record(List.of(click(referral, 0, "c1", second.plusMillis(400))));

    assertEquals(1, total(Figure.ORDERS));
    assertEquals("agt_a", lead(whole));
  }

  @Test
  void aCustomerOnceKnownIsFoundByThePhoneInEarlierAndLaterOrders() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    recordClicks.record(List.of(click(referral, 0, "c1", MONDAY.plusSeconds(60))));
    OrderKey before = told(shop.order("1", "50.00", MONDAY.plusSeconds(300), Shop.phone("p1")));
    attributeOrder.attribute(before);
    assertEquals(0, total(Figure.ORDERS));

    attributeOrder.attribute(
        told(shop.order("2", "100.00", MONDAY.plusSeconds(600), Shop.by(referral, 0, "p1"))));
    attributeOrder.attribute(
        told(shop.order("3", "70.00", MONDAY.plusSeconds(900), Shop.phone("p1"))));

    assertEquals(3, total(Figure.ORDERS));
    assertEquals(22_000, total(Figure.REVENUE));
  }

  @Test
  void theNewestClickLeadsAndTheOtherAgentAssists() {
    Referral first = sent("agt_a", "cnt_1", MONDAY);
    Referral second = sent("agt_b", "cnt_1", MONDAY.plusSeconds(10));
    recordClicks.record(
        List.of(
            click(first, 0, "c1", MONDAY.plusSeconds(60)),
            click(second, 0, "c2", MONDAY.plusSeconds(120))));

    OrderKey order = told(shop.order("1", "100.00", MONDAY.plusSeconds(600), Shop.by(first, 0)));
    attributeOrder.attribute(order);

    assertEquals("agt_b", lead(order));
    assertEquals(1, total(Figure.ORDERS));
    assertEquals(1, total(Figure.ASSISTED_ORDERS));
  }

  @Test
  void aCancelledOrderIsRefundedOnTheDayAndReturnsWithItsStatus() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    recordClicks.record(List.of(click(referral, 0, "c1", MONDAY.plusSeconds(60))));
    Instant placed = MONDAY.plusSeconds(600);
    Order.Trace trace = Shop.by(referral, 0);
    OrderKey order = told(shop.order("1", "100.00", placed, trace));
    attributeOrder.attribute(order);

    told(shop.order("1", "100.00", placed, trace, Order.Status.CANCELLED), Duration.ofDays(1));
    attributeOrder.attribute(order);
    assertEquals(10_000, onDay(Figure.REFUNDED, "2026-11-24"));
    assertEquals(10_000, onDay(Figure.REVENUE, "2026-11-23"));

    told(shop.order("1", "100.00", placed, trace), Duration.ofDays(2));
    attributeOrder.attribute(order);

    assertEquals(0, total(Figure.REFUNDED));
    assertEquals(-10_000, onDay(Figure.REFUNDED, "2026-11-25"));
    assertEquals(1, total(Figure.ORDERS));
  }

  @Test
  void aRevokedLinkEarnsNothingFromThenOn() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    recordClicks.record(List.of(click(referral, 0, "c1", MONDAY.plusSeconds(60))));
    stores.referrals().revoke(referral, 0, MONDAY.plusSeconds(300));

    OrderKey order = told(shop.order("1", "100.00", MONDAY.plusSeconds(600), Shop.by(referral, 0)));
    attributeOrder.attribute(order);

    assertEquals(0, total(Figure.ORDERS));
    assertEquals(
        Verdict.REVOKED,
        stores.credits().find(order).orElseThrow().attribution().links().getFirst().verdict());
  }

  @Test
  void anOrderPlacedBeforeItsLinkWasRevokedKeepsItsCreditWhenItIsToldAgain() {
    Referral referral = sent("agt_a", "cnt_1", MONDAY);
    recordClicks.record(List.of(click(referral, 0, "c1", MONDAY.plusSeconds(60))));
    Instant placed = MONDAY.plusSeconds(120);
    OrderKey order = told(shop.order("1", "100.00", placed, Shop.by(referral, 0)));
    attributeOrder.attribute(order);
    stores.referrals().revoke(referral, 0, MONDAY.plusSeconds(300));
    recordClicks.record(List.of(click(referral, 0, "c2", MONDAY.plusSeconds(360))));

    told(shop.order("1", "90.00", placed, Shop.by(referral, 0)));
    attributeOrder.attribute(order);

    assertEquals(1, total(Figure.ORDERS));
    assertEquals(9_000, total(Figure.REVENUE));
    assertEquals(2, total(Figure.CLICKS));
  }

  @Test
  void figuresFollowFromTheFactsHoweverTheyArrive() throws Exception {
    Random random = new Random(7);
    List<Referral> referrals = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      referrals.add(sent("agt_" + i % 3, "cnt_" + i % 2, MONDAY.plusSeconds(i)));
    }
    List<Click> clicks = clicks(referrals, random);
    List<ToldOrder> orders = orders(referrals, random);

    inAnyOrder(clicks, orders, random);

    assertEquals(recomputed(clicks, orders), Count.sum(cells()));
  }

  private List<Click> clicks(List<Referral> referrals, Random random) {
    List<Click> clicks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Referral referral = referrals.get(random.nextInt(referrals.size()));
      Instant at = MONDAY.plusSeconds(10 + random.nextInt(300_000));
      clicks.add(click(referral, random.nextInt(3), "c" + i, at));
    }
    return clicks;
  }

  private List<ToldOrder> orders(List<Referral> referrals, Random random) {
    List<ToldOrder> orders = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int contact = random.nextInt(2);
      Instant placed = MONDAY.plusSeconds(10 + random.nextInt(400_000));
      Order.Trace trace =
          i % 3 == 0
              ? Shop.by(referrals.get(contact), 0, "phone" + contact)
              : Shop.phone("phone" + contact);
      orders.add(shop.order("o" + i, (100 + i) + ".00", placed, trace));
    }
    return orders;
  }

  private void inAnyOrder(List<Click> clicks, List<ToldOrder> orders, Random random)
      throws Exception {
    List<Runnable> steps = new ArrayList<>();
    clicks.forEach(click -> steps.add(() -> recordClicks.record(List.of(click))));
    clicks.forEach(click -> steps.add(() -> recordClicks.record(List.of(click, clicks.get(0)))));
    for (ToldOrder order : orders) {
      steps.add(() -> attributeOrder.attribute(told(order)));
      steps.add(() -> attributeOrder.attribute(order.key()));
    }
    Collections.shuffle(steps, random);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      steps.forEach(step -> running.add(threads.submit(() -> untilDone(step))));
      for (Future<?> step : running) {
        step.get();
      }
    }
  }

  /** Does what a queue and a stream do with a fault that may pass. */
  private static void untilDone(Runnable step) {
    for (int i = 0; i < 50; i++) {
      try {
        step.run();
        return;
      } catch (TransientFault e) {
        assertTrue(i < 49, "it kept failing");
      }
    }
  }

  private Map<CellKey, Figures> recomputed(List<Click> clicks, List<ToldOrder> orders) {
    List<Count> counts = new ArrayList<>();
    Map<Object, List<Click>> byReferral = new HashMap<>();
    clicks.forEach(
        click ->
            byReferral.computeIfAbsent(click.referralId(), id -> new ArrayList<>()).add(click));
    byReferral.values().forEach(own -> counts.addAll(Openings.NONE.counts(own)));
    for (ToldOrder told : orders) {
      Order order = stores.orders().find(told.key()).orElseThrow();
      counts.addAll(candidates.attribution(order).counts(order));
    }
    return Count.sum(counts);
  }

  private Referral sent(String agent, String contact, Instant at) {
    Referral referral = shop.referral(agent, contact, at);
    stores.referrals().add(referral);
    return referral;
  }

  private static Click click(Referral referral, int position, String id, Instant at) {
    return Click.on(referral, referral.token(position), id, at);
  }

  private OrderKey told(ToldOrder order) {
    return told(order, Duration.ZERO);
  }

  private OrderKey told(ToldOrder told, Duration later) {
    Order before = stores.orders().find(told.key()).orElse(null);
    Order after = told.after(before, Shop.ZONE, told.placedAt().plus(later));
    stores.orders().write(List.of(after));
    return told.key();
  }

  private String lead(OrderKey order) {
    return stores
        .credits()
        .find(order)
        .flatMap(credit -> credit.attribution().lead())
        .map(touch -> touch.author().agentId().value())
        .orElse("nobody");
  }

  private List<Credit> credited() {
    return stores
        .credits()
        .between(shop.merchant(), MONDAY.minusSeconds(9), MONDAY.plus(Duration.ofDays(9)))
        .toList();
  }

  private List<Count> cells() {
    List<Count> cells = new ArrayList<>(stores.figures().sales(shop.merchant(), FIRST, LAST));
    cells.addAll(stores.figures().products(shop.merchant(), FIRST, LAST));
    cells.addAll(stores.figures().allOrders(shop.merchant(), FIRST, LAST));
    return cells;
  }

  private long total(Figure figure) {
    return stores.figures().sales(shop.merchant(), FIRST, LAST).stream()
        .mapToLong(count -> count.figures().get(figure))
        .sum();
  }

  private long onDay(Figure figure, String day) {
    LocalDate date = LocalDate.parse(day);
    return stores.figures().sales(shop.merchant(), date, date).stream()
        .mapToLong(count -> count.figures().get(figure))
        .sum();
  }
}
