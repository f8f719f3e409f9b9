package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.domain.report.MessagePrices;
import dev.parley.testkit.merchant.Staff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final MerchantId MERCHANT_ID = new MerchantId("mer_1");
  private static final Merchant MERCHANT = Staff.merchant(MERCHANT_ID);
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final Span SPAN = new Span(DAY.minusDays(13), DAY);
  private static final Scope OWNER = Scope.of(Staff.caller(MERCHANT_ID, "agt_o", Role.OWNER));

  private static final Figures ANNS =
      Figures.of(Figure.MESSAGES, 10)
          .and(Figure.REFERRAL_MESSAGES, 4)
          .and(Figure.OPENED_MESSAGES, 3)
          .and(Figure.LINKS_SENT, 8)
          .and(Figure.PRODUCTS_SENT, 8)
          .and(Figure.CLICKS, 9)
          .and(Figure.UNIQUE_CLICKS, 6)
          .and(Figure.ORDERS, 2)
          .and(Figure.REVENUE, 300_000)
          .and(Figure.REFUNDED, 50_000);
  private static final Figures BOBS =
      Figures.of(Figure.MESSAGES, 5)
          .and(Figure.UNIQUE_CLICKS, 1)
          .and(Figure.ORDERS, 1)
          .and(Figure.ASSISTED_ORDERS, 1)
          .and(Figure.REVENUE, 60_000);

  private final Facts facts =
      new Facts(
          List.of(
              sales("agt_ann", "sto_1", DAY, ANNS), sales("agt_bob", null, DAY.minusDays(3), BOBS)),
          List.of(
              new Count(
                  new CellKey.ProductSales(
                      DAY,
                      new ProductId("prd_1"),
                      new AgentId("agt_ann"),
                      new StoreId("sto_1"),
                      new ChannelId("line-main")),
                  Figures.of(Figure.MESSAGES, 3).and(Figure.PRODUCTS_SENT, 3))),
          List.of(
              new Count(
                  new CellKey.AllOrders(DAY),
                  Figures.of(Figure.KNOWN_ORDERS, 9).and(Figure.KNOWN_REVENUE, 900_000))),
          MessagePrices.DEFAULT);

  private static Count sales(String agent, @Nullable String store, LocalDate day, Figures figures) {
    return new Count(
        new CellKey.Sales(
            day,
            new AgentId(agent),
            store == null ? null : new StoreId(store),
            new ChannelId("line-main"),
            ChannelType.LINE,
            LinkKind.PICKED),
        figures);
  }

  private Report report(Scope scope, GroupBy groupBy) {
    return Report.of(MERCHANT, scope, SPAN, groupBy, facts);
  }

  private static List<@Nullable String> keys(Report report) {
    return report.rows().stream().<@Nullable String>map(Row::key).toList();
  }

  @Test
  void ratiosFollowTheirFormulasToFourDecimals() {
    Row ann = report(OWNER, GroupBy.AGENT).rows().getFirst();

    assertEquals("agt_ann", ann.key());
    assertEquals(new BigDecimal("0.7500"), ann.messageCtr());
    assertEquals(new BigDecimal("0.7500"), ann.productCtr());
    assertEquals(new BigDecimal("0.3333"), ann.conversion());
    assertEquals(new BigDecimal("0.3333"), ann.shareOfRevenue());
    assertEquals(new BigDecimal("0.2500"), ann.differenceToAverage());
    assertEquals(new BigDecimal("1500.0000"), ann.roas());
  }

  @Test
  void moneyIsInTheMerchantsCurrency() {
    Row ann = report(OWNER, GroupBy.AGENT).rows().getFirst();

    assertEquals(Money.parse("TWD 3000.00"), ann.money(Figure.REVENUE));
    assertEquals(Money.parse("TWD 2500.00"), ann.netRevenue());
    assertEquals(Money.parse("TWD 1500.00"), ann.averageOrderValue());
    assertEquals(Money.parse("TWD 2.00"), ann.messageCost());
  }

  @Test
  void aRatioOverNothingIsNull() {
    Row empty = report(OWNER, GroupBy.DAY).rows().getFirst();

    assertNull(empty.messageCtr());
    assertNull(empty.productCtr());
    assertNull(empty.conversion());
    assertNull(empty.averageOrderValue());
    assertNull(empty.differenceToAverage());
    assertNull(empty.roas());
    assertEquals(new BigDecimal("0.0000"), empty.shareOfRevenue());
  }

  @Test
  void aReturnOnMoneyOfAnotherCurrencyIsNull() {
    MessagePrices yen = new MessagePrices(CurrencyUnit.JPY, Map.of("line", new BigDecimal("0.94")));
    Facts inYen = new Facts(facts.sales(), facts.products(), facts.allOrders(), yen);

    Row total = Report.of(MERCHANT, OWNER, SPAN, GroupBy.AGENT, inYen).total();

    assertEquals(Money.parse("JPY 14"), total.messageCost());
    assertNull(total.roas());
  }

  @Test
  void theTotalIsTheSameForEveryGrouping() {
    Tally total = report(OWNER, GroupBy.AGENT).total().tally();

    for (GroupBy groupBy : GroupBy.values()) {
      assertEquals(total, report(OWNER, groupBy).total().tally(), groupBy::wireName);
    }
    assertEquals(ANNS.plus(BOBS), total.figures());
  }

  @Test
  void rowsOfTimeHaveNoGapsAndWeeksBeginOnTheMerchantsDay() {
    assertEquals(14, report(OWNER, GroupBy.DAY).rows().size());
    assertEquals(
        List.of("2026-11-08", "2026-11-15", "2026-11-22"), keys(report(OWNER, GroupBy.WEEK)));
    assertEquals(List.of("2026-11-01"), keys(report(OWNER, GroupBy.MONTH)));
  }

  @Test
  void salesOfNoStoreHaveARowWithoutKey() {
    Report report = report(OWNER, GroupBy.STORE);

    assertEquals("sto_1", report.rows().getFirst().key());
    assertNull(report.rows().getLast().key());
  }

  @Test
  void productsCostTheMessagesThatCarriedThem() {
    Row product = report(OWNER, GroupBy.PRODUCT).rows().getFirst();

    assertEquals("prd_1", product.key());
    assertEquals(Money.parse("TWD 0.60"), product.messageCost());
  }

  @Test
  void aManagerSeesTheOwnStoresAgainstTheWholeMerchant() {
    Scope manager = Scope.of(Staff.caller(MERCHANT_ID, "agt_m", Role.MANAGER, "sto_1"));

    Report report = report(manager, GroupBy.AGENT);

    assertEquals(List.of("agt_ann"), keys(report));
    assertEquals(ANNS, report.total().tally().figures());
    assertEquals(new BigDecimal("0.2500"), report.total().differenceToAverage());
  }

  @Test
  void anAgentSeesTheOwnRowAlone() {
    Scope bob = Scope.of(Staff.caller(MERCHANT_ID, "agt_bob", Role.AGENT, "sto_1"));

    assertEquals(List.of("agt_bob"), keys(report(bob, GroupBy.AGENT)));
    assertEquals(BOBS, report(bob, GroupBy.DAY).total().tally().figures());
  }
}
