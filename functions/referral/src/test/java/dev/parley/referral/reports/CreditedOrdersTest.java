package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.attribution.Attribution;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Judgement;
import dev.parley.domain.attribution.Judgement.Verdict;
import dev.parley.domain.attribution.MatchedBy;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.attribution.Touch;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.testkit.merchant.Staff;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditedOrdersTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Caller OWNER = Staff.caller(MERCHANT, "agt_o", Role.OWNER);
  private static final Caller BOB = Staff.caller(MERCHANT, "agt_bob", Role.AGENT);
  private static final Caller CAT = Staff.caller(MERCHANT, "agt_cat", Role.AGENT);
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private final KnownCredits credits =
      new KnownCredits(IntStream.rangeClosed(1, 5).mapToObj(CreditedOrdersTest::credit).toList());
  private final ListOrders list = new ListOrders(credits, InstantSource.fixed(NOW));
  private final ExplainOrder explain = new ExplainOrder(credits, new NoOrders());

  private static Credit credit(int number) {
    return new Credit(
        new OrderKey(MERCHANT, "shop", "A-" + number),
        Money.parse("TWD 1290.00"),
        PLACED,
        new Attribution(
            MatchedBy.LINK_TOKEN,
            false,
            List.of(
                new Judgement(touch("agt_ann", PLACED.minusSeconds(90)), Verdict.LED),
                new Judgement(touch("agt_bob", PLACED.minusSeconds(900)), Verdict.ASSISTED),
                new Judgement(touch("agt_dan", null), Verdict.NO_CLICK))),
        List.of(),
        1);
  }

  private static Touch touch(String agent, @Nullable Instant clickedAt) {
    return new Touch(
        new ReferralId("ref_1"),
        "token-of-" + agent,
        new Referral.Author(new AgentId(agent), agent, "007", new StoreId("sto_1")),
        new ChannelId("line-main"),
        ChannelType.LINE,
        LinkKind.PICKED,
        new ProductId("prd_1"),
        PLACED.minusSeconds(3600),
        clickedAt,
        AttributionTerms.DEFAULT);
  }

  private static JsonObject body(HttpReply reply) {
    return Json.readOwn(Objects.requireNonNull(reply.body()));
  }

  private JsonObject listed(Caller caller, Map<String, String> query) {
    return body(list.list(caller, Calls.get(query)));
  }

  @Test
  void everyAgentWithAPartInAnOrderHasARow() {
    List<JsonObject> items = listed(OWNER, Map.of()).objects("items");

    assertEquals(10, items.size());
    assertEquals("A-1", items.getFirst().text("orderId"));
    assertEquals("led", items.getFirst().text("role"));
    assertEquals(
        "1.5", String.valueOf(items.getFirst().number("minutesToPurchase")).replaceAll("0+$", ""));
    assertEquals("2026-11-20T10:00:00.000Z", items.getFirst().text("placedAt"));
    assertEquals("linkToken", items.getFirst().object("evidence").text("matchedBy"));
    assertEquals("assisted", items.get(1).text("role"));
  }

  @Test
  void pagesFollowEachOtherWithinOneInstantAndOneOrder() {
    List<String> seen = new ArrayList<>();
    Map<String, String> query = new HashMap<>(Map.of("limit", "3"));
    for (String next = ""; next != null; ) {
      JsonObject page = listed(OWNER, query);
      page.objects("items")
          .forEach(item -> seen.add(item.text("orderId") + " " + item.text("agentId")));
      next = page.text("nextCursor");
      query.put("cursor", String.valueOf(next));
    }

    assertEquals(10, seen.size());
    assertEquals(10, Set.copyOf(seen).size());
  }

  @Test
  void filtersAndRolesLeaveOutOthersRows() {
    assertEquals(5, listed(OWNER, Map.of("agentId", "agt_ann")).objects("items").size());
    assertEquals(5, listed(BOB, Map.of()).objects("items").size());
    assertEquals(0, listed(BOB, Map.of("agentId", "agt_ann")).objects("items").size());
    assertEquals(0, listed(OWNER, Map.of("storeId", "sto_2")).objects("items").size());
    assertEquals(0, listed(OWNER, Map.of("to", "2026-11-19")).objects("items").size());
  }

  @Test
  void csvHasAllRowsUnderAHeader() {
    HttpReply reply = list.list(OWNER, Calls.get(Map.of("format", "csv")));

    List<String> lines = Objects.requireNonNull(reply.body()).lines().toList();
    assertTrue(lines.getFirst().startsWith("\uFEFForderId,source,currency,total"));
    assertEquals(11, lines.size());
    assertTrue(lines.get(1).contains("A-1,shop,TWD,1290.00"));
  }

  @Test
  void whyShowsEveryLinkWithItsVerdict() {
    JsonObject why = body(explain.why(OWNER, at("A-1")));

    assertEquals("credited", why.text("outcome"));
    assertEquals(
        List.of("led", "assisted", "noClick"),
        why.objects("links").stream().map(link -> link.requiredText("verdict")).toList());
  }

  @Test
  void whyShowsAnAgentTheOwnLinksAndHidesOthersOrders() {
    assertEquals(1, body(explain.why(BOB, at("A-1"))).objects("links").size());
    assertEquals(404, explain.why(CAT, at("A-1")).status());
    assertEquals(404, explain.why(OWNER, at("A-9")).status());
    assertNull(explain.why(CAT, at("A-9")).body());
  }

  private static HttpCall at(String order) {
    return Calls.at(Map.of("source", "shop", "orderId", order));
  }

  private record KnownCredits(List<Credit> all) implements Credits {
    @Override
    public Optional<Credit> find(OrderKey order) {
      return all.stream().filter(credit -> credit.order().equals(order)).findFirst();
    }

    @Override
    public boolean write(Credit credit, List<Count> change) {
      return false;
    }

    @Override
    public Stream<Credit> between(MerchantId merchant, Instant from, Instant to) {
      return all.stream().filter(c -> !c.placedAt().isBefore(from) && c.placedAt().isBefore(to));
    }

    @Override
    public Stream<Credit> counting(MerchantId merchant, LocalDate from, LocalDate to) {
      return all.stream();
    }
  }

  private static final class NoOrders implements Orders {
    @Override
    public Optional<Order> find(OrderKey key) {
      return Optional.empty();
    }

    @Override
    public Map<OrderKey, Order> findAll(Collection<OrderKey> keys) {
      return Map.of();
    }

    @Override
    public Set<OrderKey> write(List<Order> orders) {
      return Set.of();
    }
  }
}
