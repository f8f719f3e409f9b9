package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The figures are counted anew from the facts, and whatever differs is named. */
class SelfCheckAcceptanceTest {
  @RegisterExtension static final RunningParley PARLEY = new RunningParley();

  private static final String CUSTOMER = "U0123456789abcdef0123456789abcde5";
  private static final String CHECK = "/reports/self-check";

  @Test
  void findsNothingUntilACellIsChangedByHand(Shop shop) {
    sell(shop);

    JsonNode well = shop.owner.get(CHECK).is(200).json();
    assertEquals("[]", well.path("differences").toString());
    assertTrue(well.path("cells").asInt() > 3, well.toString());
    assertEquals(
        "[{\"source\":\"webshop\",\"orderId\":\"SO-2\"}]", well.path("unknownTokens").toString());
    assertEquals("[]", well.path("ordersMissing").toString());

    LocalDate today = LocalDate.now(ZoneId.of("Asia/Taipei"));
    add(shop, today, 2);

    JsonNode differences = shop.owner.get(CHECK).is(200).json().path("differences");
    assertEquals(1, differences.size(), differences.toString());
    assertEquals("allOrders", differences.at("/0/cell/kind").asText());
    assertEquals(today.toString(), differences.at("/0/cell/day").asText());
    assertEquals("knownOrders", differences.at("/0/counter").asText());
    assertEquals(4, differences.at("/0/stored").asInt());
    assertEquals(2, differences.at("/0/recomputed").asInt());
  }

  @Test
  void isForOwnersAndForAMonthAtMost(Shop shop) {
    shop.agent.get(CHECK).is(403);
    shop.owner.get(CHECK + "?from=2026-01-01&to=2026-01-31").is(200);
    Answer tooLong = shop.owner.get(CHECK + "?from=2026-01-01&to=2026-02-01&groupBy=day").is(400);
    assertEquals(Set.of("from", "groupBy"), Set.copyOf(tooLong.pointers()));
  }

  private static void sell(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    String path = "/conversations/" + conversation + "/messages";
    shop.agent.post(path, Map.of("text", "by hand")).is(202);
    String link =
        shop.agent
            .post(
                "/referrals", Map.of("conversationId", conversation, "productIds", shop.productIds))
            .is(202)
            .text("/links/1/url");
    shop.idle();
    shop.system.with("user-agent", "Mozilla/5.0 (iPhone) Line/14.0").get(link).is(302);
    shop.idle();
    order(shop, "SO-1", link.substring(link.lastIndexOf('/') + 1));
    order(shop, "SO-2", "AAAAAAAAAAAAAAAAAAAAAAA");
    shop.idle();
  }

  private static void order(Shop shop, String id, String token) {
    Map<String, Object> order =
        Map.of(
            "orderId", id,
            "source", "webshop",
            "currency", "TWD",
            "total", "1290.00",
            "placedAt", Instant.now().toString(),
            "status", "paid",
            "linkToken", token);
    shop.owner.put("/external-orders", Map.of("orders", List.of(order))).is(200);
  }

  private static void add(Shop shop, LocalDate day, int orders) {
    Map<String, Object> key =
        Map.of(
            "pk", Map.of("S", shop.merchantId + "#" + YearMonth.from(day)),
            "sk", Map.of("S", "A#" + day));
    PARLEY.dynamo(
        "UpdateItem",
        "FiguresTable",
        Map.of(
            "Key",
            key,
            "UpdateExpression",
            "ADD KNOWN_ORDERS :n",
            "ExpressionAttributeValues",
            Map.of(":n", Map.of("N", "" + orders))));
  }
}
