package dev.parley.domain.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attribution.Judgement.Verdict;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.AttributionTerms.Model;
import dev.parley.domain.referral.AttributionTerms.Start;
import dev.parley.domain.referral.LinkTarget;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.ReferredProduct;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateTest {
  private static final Instant SENT = Instant.parse("2026-11-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // start, hours of clicks, hour of revocation, hour of order, verdict, hour of click
        "CLICK, 1, -, 2, LED, 1",
        "CLICK, 1, -, 1, LED, 1",
        "CLICK, 1, -, 25, LED, 1",
        "CLICK, 1, -, 26, OUTSIDE_WINDOW, 1",
        "CLICK, 1 20, -, 26, LED, 20",
        "CLICK, 5, -, 3, CLICKED_AFTER_ORDER, -",
        "CLICK, -, -, 3, NO_CLICK, -",
        "CLICK, 1, 2, 3, REVOKED, 1",
        "CLICK, 1, 4, 3, LED, 1",
        "CLICK, -, -, -1, SENT_AFTER_ORDER, -",
        "SEND, -, -, 24, LED, -",
        "SEND, 3, -, 24, LED, 3",
        "SEND, 3, -, 25, OUTSIDE_WINDOW, 3"
      })
  void judgesALinkOfOneDay(
      Start start,
      @Nullable String clicks,
      @Nullable Integer revoked,
      int placed,
      Verdict verdict,
      @Nullable Integer clicked) {
    Candidate candidate =
        new Candidate(
            referral(new AttributionTerms(1, start, Model.LAST), revoked),
            0,
            clicks == null ? List.of() : Stream.of(clicks.split(" ")).map(h -> at(h)).toList());

    Judgement judgement = candidate.judge(order(hours(placed)));

    assertEquals(verdict, judgement.verdict());
    assertEquals(clicked == null ? null : hours(clicked), judgement.touch().clickedAt());
  }

  @Test
  void takesTheFirstClickInTimeWhereTheModelSaysSo() {
    AttributionTerms first = new AttributionTerms(1, Start.CLICK, Model.FIRST);
    Candidate candidate =
        new Candidate(referral(first, null), 0, List.of(hours(1), hours(30), hours(40)));

    assertEquals(hours(30), candidate.judge(order(hours(48))).touch().clickedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "01:00:05.400, 01:00:05.000, LED",
    "01:00:05.400, 01:00:05.399, CLICKED_AFTER_ORDER",
    "01:00:05.400, 01:00:04.000, CLICKED_AFTER_ORDER"
  })
  void anOrderToldInWholeSecondsMayComeAnywhereInItsSecond(
      String clicked, String placed, Verdict verdict) {
    Candidate candidate =
        new Candidate(
            referral(AttributionTerms.DEFAULT, null),
            0,
            List.of(Instant.parse("2026-11-01T" + clicked + "Z")));

    Order order = order(Instant.parse("2026-11-01T" + placed + "Z"));

    assertEquals(verdict, candidate.judge(order).verdict());
  }

  private static Order order(Instant placedAt) {
    return new Order(
        new OrderKey(new MerchantId("mer_1"), "shop", "1"),
        Money.parse("TWD 10.00"),
        placedAt,
        ZoneId.of("Asia/Taipei"),
        Order.Status.PAID,
        List.of(),
        new Order.Trace(null, null, List.of()),
        null,
        null,
        "digest",
        1);
  }

  @Test
  void leadsToTheProductsPageWithItsOwnQueryAndOurCampaign() {
    Referral referral = referral(AttributionTerms.DEFAULT, null);

    String target = LinkTarget.of(referral, referral.token(0));

    assertEquals(
        "https://shop.tw/p/1?v=2&utm_source=parley&utm_medium=product_referral_line"
            + "&utm_campaign=product_referral_"
            + referral.id()
            + "&parley_ref="
            + referral.token(0).value()
            + "#top",
        target);
  }

  private static Instant at(String hour) {
    return hours(Integer.parseInt(hour));
  }

  private static Instant hours(int hours) {
    return SENT.plus(Duration.ofHours(hours));
  }

  private static Referral referral(AttributionTerms terms, @Nullable Integer revoked) {
    byte[] secret = new byte[16];
    return new Referral(
        Referral.idOf(SENT, secret),
        new MerchantId("mer_1"),
        Referral.text(secret),
        new Referral.Author(new AgentId("agt_1"), "Mei", null, null),
        new Referral.Place(
            new ConversationId("cnv_1"),
            new ContactId("cnt_1"),
            new ChannelId("shop-line"),
            ChannelType.LINE),
        LinkKind.PICKED,
        List.of(
            new ReferredProduct(
                new ProductId("prd_1"), "https://shop.tw/p/1?utm_source=fb&v=2&fbclid=x#top")),
        new MessageId("msg_1"),
        SENT,
        ZoneId.of("Asia/Taipei"),
        terms,
        revoked == null ? Map.of() : Map.of(0, hours(revoked)));
  }
}
