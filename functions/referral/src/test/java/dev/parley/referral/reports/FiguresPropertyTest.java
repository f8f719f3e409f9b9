package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.domain.report.MessagePrices;
import dev.parley.json.Json;
import dev.parley.referral.reports.BruteForce.Part;
import dev.parley.referral.reports.BruteForce.Sale;
import dev.parley.testkit.merchant.Staff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

class FiguresPropertyTest {
  private static final Scope OWNER =
      Scope.of(Staff.caller(RandomWorld.MERCHANT_ID, "agt_o", Role.OWNER));
  private static final Span MONTHS =
      new Span(LocalDate.parse("2026-11-01"), LocalDate.parse("2027-04-30"));

  @Provide
  Arbitrary<List<Act>> acts() {
    return Acts.lists();
  }

  @Property(shrinking = ShrinkingMode.BOUNDED)
  void reportsShowWhatTheFactsComeToHoweverTheyArrive(
      @ForAll("acts") List<Act> acts, @ForAll long seed) {
    RandomWorld world = new RandomWorld(seed);

    acts.forEach(world::happens);
    world.comesToRest();

    BruteForce expected = new BruteForce(world.facts);
    assertEquals(orders(expected), orders(world));
    for (GroupBy groupBy : GroupBy.values()) {
      for (Span span :
          List.of(MONTHS, new Span(MONTHS.from().plusDays(19), MONTHS.from().plusDays(24)))) {
        assertEquals(
            ExpectedReport.rows(expected, groupBy, span),
            rows(world, groupBy, span),
            () -> "by " + groupBy + " in " + span + " of " + world.facts);
      }
    }
  }

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void theSelfCheckNamesWhatWasChangedAndNothingElse(
      @ForAll("acts") List<Act> acts, @ForAll long seed) {
    RandomWorld world = new RandomWorld(seed);
    acts.forEach(world::happens);
    world.comesToRest();
    assertEquals("[]", differences(world), () -> "of " + world.facts);

    CellKey wrong = new CellKey.AllOrders(LocalDate.parse("2026-11-21"));
    world.figures.add(
        RandomWorld.MERCHANT_ID, List.of(new Count(wrong, Figures.of(Figure.KNOWN_ORDERS, 3))));

    String named = differences(world);
    assertTrue(named.contains("day=2026-11-21"), named);
    assertTrue(named.contains("counter=knownOrders"), named);
    assertEquals(1, named.split("counter=", -1).length - 1, named);
  }

  private static String differences(RandomWorld world) {
    CheckFigures check =
        new CheckFigures(
            world.figures,
            world.recount(),
            InstantSource.fixed(Instant.parse("2026-12-10T00:00:00Z")));
    HttpCall call = Calls.get(Map.of("from", "2026-11-15", "to", "2026-12-15"));
    HttpReply reply = check.check(Staff.caller(RandomWorld.MERCHANT_ID, "agt_o", Role.OWNER), call);
    return Json.readOwn(Objects.requireNonNull(reply.body())).objects("differences").stream()
        .map(one -> one.object("cell").fields() + " counter=" + one.text("counter"))
        .toList()
        .toString();
  }

  private static Map<String, Map<String, String>> rows(
      RandomWorld world, GroupBy groupBy, Span span) {
    Facts facts =
        new Facts(
            world.figures.sales(RandomWorld.MERCHANT_ID, span.from(), span.to()),
            world.figures.products(RandomWorld.MERCHANT_ID, span.from(), span.to()),
            world.figures.allOrders(RandomWorld.MERCHANT_ID, span.from(), span.to()),
            MessagePrices.DEFAULT);
    Report report = Report.of(RandomWorld.MERCHANT, OWNER, span, groupBy, facts);
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (Row line : report.rows()) {
      rows.put(String.valueOf(line.key()), row(line));
    }
    rows.put("total", row(report.total()));
    return ExpectedReport.withoutEmpty(rows, groupBy);
  }

  private static Map<String, String> row(Row line) {
    Map<String, String> row = new TreeMap<>();
    Column.ALL.forEach(column -> row.put(column.name(), text(column.value().apply(line))));
    return row;
  }

  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case Money money -> money.getAmount().toPlainString();
      case BigDecimal ratio -> ratio.stripTrailingZeros().toPlainString();
      case Object other -> other.toString();
    };
  }

  private static List<String> orders(BruteForce expected) {
    List<String> orders = new ArrayList<>();
    for (Sale sale : expected.sales().values()) {
      for (Part part : expected.parts(sale.told())) {
        orders.add(
            order(
                sale.told().orderId(),
                sale.told().total(),
                part.link().message().agent(),
                part.led(),
                part.link().token(),
                part.clickedAt()));
      }
    }
    return orders.stream().sorted().toList();
  }

  private static List<String> orders(RandomWorld world) {
    return world
        .credits
        .between(RandomWorld.MERCHANT_ID, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))
        .flatMap(CreditedOrder::of)
        .map(FiguresPropertyTest::order)
        .sorted()
        .toList();
  }

  private static String order(CreditedOrder order) {
    Credit credit = order.credit();
    return order(
        credit.order().orderId(),
        credit.total().getAmountMinorLong(),
        order.touch().author().agentId().value(),
        credit.attribution().lead().filter(order.touch()::equals).isPresent(),
        order.touch().token(),
        order.touch().clickedAt());
  }

  private static String order(
      String id, long total, String agent, boolean led, String token, @Nullable Instant clickedAt) {
    return String.join(" ", id, "" + total, agent, led ? "led" : "assisted", token, "" + clickedAt);
  }
}
