package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A customer writes, an agent answers and sends cards, the customer opens one and orders, the agent
 * is credited.
 */
@ExtendWith(RunningParley.class)
class MainJobAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcdef";
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Line/14.0";

  @Test
  void creditsTheAgentWhoseCardLedToTheOrder(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "有烏龍茶嗎？");
    JsonNode first = shop.messages(conversation).get(0);
    assertEquals("有烏龍茶嗎？", first.path("text").asText());
    assertEquals("received", first.path("status").asText());

    shop.agent
        .post("/conversations/" + conversation + "/messages", Map.of("text", "有的，請看："))
        .is(202);
    JsonNode referral =
        shop.agent
            .post(
                "/referrals",
                Map.of("conversationId", conversation, "productIds", shop.productIds.subList(0, 2)))
            .is(202)
            .json();
    shop.idle();
    assertEquals(
        List.of("sent", "sent", "received"),
        shop.messages(conversation).valueStream().map(m -> m.path("status").asText()).toList());

    String link = referral.at("/links/1/url").asText();
    String target = follow(shop, link, PHONE).is(302).header("location");
    follow(shop, link, PHONE).is(302);
    follow(shop, link, "facebookexternalhit/1.1").is(302);
    shop.idle();
    assertTrue(target.startsWith("https://shop.example.com/p/TEA-2?v=1&"), target);
    assertTrue(target.contains("utm_medium=product_referral_line"), target);

    String token = link.substring(link.lastIndexOf('/') + 1);
    order(shop, "SO-1", "2580.00", Map.of("linkToken", token));
    shop.idle();

    assertCredited(shop);
    assertOpenedToItsFacts(shop, conversation);
  }

  @Test
  void tellsUntilWhenALinkEarnsAndSinceWhenNoMore(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    String clicked = token(shop, conversation, 0);
    shop.owner
        .put(
            "/settings/attribution", Map.of("lifetimeDays", 2, "startsAt", "send", "model", "last"))
        .is(200);
    String sent = token(shop, conversation, 1);

    shop.owner.delete("/links/" + sent).is(204);

    JsonNode open = shop.agent.get("/links/" + clicked).is(200).json();
    JsonNode revoked = shop.agent.get("/links/" + sent).is(200).json();
    assertTrue(open.path("revokedAt").isNull() && open.path("expiresAt").isNull(), open.toString());
    Instant sentAt = Instant.parse(revoked.path("sentAt").asText());
    assertEquals(
        sentAt.plus(Duration.ofDays(2)), Instant.parse(revoked.path("expiresAt").asText()));
    assertFalse(Instant.parse(revoked.path("revokedAt").asText()).isBefore(sentAt));
  }

  private static String token(Shop shop, String conversation, int product) {
    var cards =
        Map.of("conversationId", conversation, "productIds", List.of(shop.productIds.get(product)));
    String link = shop.agent.post("/referrals", cards).is(202).text("/links/0/url");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static void assertOpenedToItsFacts(Shop shop, String conversation) {
    JsonNode messages = rows(shop, "messages?agentId=" + shop.agentId);
    assertEquals(2, messages.size());
    assertEquals(
        shop.messages(conversation).valueStream().map(m -> m.path("id")).limit(2).toList(),
        messages.valueStream().map(row -> row.path("messageId")).toList().reversed());
    assertEquals("null", messages.at("/0/referralId").asText("null"));
    assertEquals("picked", messages.at("/1/linkKind").asText());
    assertEquals(2, messages.at("/1/productIds").size());

    JsonNode clicks = rows(shop, "clicks?productId=" + shop.productIds.get(1));
    assertEquals(2, clicks.size());
    assertEquals(messages.at("/1/openedAt"), clicks.at("/0/clickedAt"));
    assertEquals(messages.at("/1/messageId"), clicks.at("/0/messageId"));
    assertTrue(
        clicks.at("/0/firstOfLink").asBoolean() && clicks.at("/0/firstOfMessage").asBoolean());
    assertTrue(
        !clicks.at("/1/firstOfLink").asBoolean() && !clicks.at("/1/firstOfMessage").asBoolean());
    assertEquals(0, rows(shop, "clicks?productId=" + shop.productIds.get(0)).size());

    Answer csv = shop.agent.get("/reports/referrals/clicks?format=csv&limit=1").is(200);
    assertEquals(2, csv.body().lines().count());
    String rest = "/reports/referrals/clicks?format=csv&cursor=" + csv.header("x-next-cursor");
    assertEquals(2, shop.agent.get(rest).is(200).body().lines().count());
    shop.agent.get("/reports/referrals/messages?cursor=abc").is(400);
  }

  private static JsonNode rows(Shop shop, String list) {
    JsonNode page = shop.owner.get("/reports/referrals/" + list).is(200).json();
    assertTrue(page.path("nextCursor").isNull(), page.toString());
    return page.path("items");
  }

  private static void assertCredited(Shop shop) {
    JsonNode row = shop.report("?groupBy=agent").at("/rows/0");
    assertEquals(shop.agentId, row.path("key").asText());
    assertEquals(2, row.path("messages").asInt());
    assertEquals(2, row.path("linksSent").asInt());
    assertEquals(2, row.path("clicks").asInt());
    assertEquals(1, row.path("uniqueClicks").asInt());
    assertEquals(1, row.path("orders").asInt());
    assertEquals("2580.00", row.at("/revenue/amount").asText());
    assertEquals(1.0, row.path("conversion").asDouble());

    JsonNode credited = shop.owner.get("/reports/referrals/orders").is(200).json().at("/items/0");
    assertEquals("SO-1", credited.path("orderId").asText());
    assertEquals("led", credited.path("role").asText());
    assertEquals("linkToken", credited.at("/evidence/matchedBy").asText());
    assertEquals("picked", credited.at("/evidence/linkKind").asText());
  }

  @Test
  void tracksAnAddressThatTheAgentTypes(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "連結？");

    shop.agent
        .post(
            "/conversations/" + conversation + "/messages",
            Map.of(
                "text",
                "看 www.shop.example.com/p/CUP-1?v=1&utm_source=x 和 https://other.example.com/p/1"
                    + " 喔"))
        .is(202);
    shop.idle();

    String sent = shop.messages(conversation).get(0).path("text").asText();
    assertTrue(sent.contains("/r/"), sent);
    assertTrue(sent.contains("https://other.example.com/p/1"), sent);
    assertEquals(1, shop.report("").at("/total/linksSent").asInt());
  }

  @Test
  void takesTheRefundOffOnItsDay(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    String link =
        shop.agent
            .post(
                "/referrals", Map.of("conversationId", conversation, "productIds", shop.productIds))
            .is(202)
            .text("/links/0/url");
    shop.idle();
    follow(shop, link, PHONE).is(302);
    shop.idle();
    String token = link.substring(link.lastIndexOf('/') + 1);
    order(shop, "SO-2", "1000.00", Map.of("linkToken", token));
    shop.idle();

    order(
        shop,
        "SO-2",
        "1000.00",
        Map.of("linkToken", token, "status", "partiallyRefunded", "refundedTotal", "400.00"));
    shop.idle();

    JsonNode total = shop.report("").path("total");
    assertEquals("1000.00", total.at("/revenue/amount").asText());
    assertEquals("400.00", total.at("/refunded/amount").asText());
    assertEquals("600.00", total.at("/netRevenue/amount").asText());
    assertEquals(1, total.path("orders").asInt());
  }

  @Test
  void doesARepeatedRequestOnce(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    Http once = shop.agent.with("idempotency-key", "send-1");
    String path = "/conversations/" + conversation + "/messages";

    String first = once.post(path, Map.of("text", "one")).is(202).text("/id");
    String second = once.post(path, Map.of("text", "one")).is(202).text("/id");
    once.post(path, Map.of("text", "other")).is(422);
    shop.idle();

    assertEquals(first, second);
    assertEquals(2, shop.messages(conversation).size());
  }

  @Test
  void storesARepeatedWebhookOnceAndKeepsUnknownKinds(Shop shop) {
    String event =
        "{\"type\":\"%s\",\"mode\":\"active\",\"timestamp\":%d,\"source\":{\"type\":\"user\","
            + "\"userId\":\""
            + CUSTOMER
            + "\"},\"webhookEventId\":\"%s\","
            + "\"deliveryContext\":{\"isRedelivery\":false},\"message\":{\"id\":\"%s\",\"type\":\"text\",\"text\":\"a\"}}";
    long now = System.currentTimeMillis();
    String body =
        "{\"destination\":\"U00000000000000000000000000000000\",\"events\":["
            + event.formatted("message", now, "01J00000000000000000000001", "101")
            + ","
            + event.formatted("greatNewFeature", now + 1, "01J00000000000000000000002", "102")
            + "]}";

    shop.webhook(body, shop.secret).is(200);
    shop.webhook(body, shop.secret).is(200);
    shop.idle();

    String conversation = shop.agent.get("/conversations").text("/items/0/id");
    JsonNode messages = shop.messages(conversation);
    assertEquals(2, messages.size());
    assertEquals("unknown", messages.get(0).path("kind").asText());
    assertEquals("greatNewFeature", messages.get(0).at("/raw/type").asText());
    assertEquals("text", messages.get(1).path("kind").asText());
    assertEquals(1, shop.agent.get("/conversations").json().at("/items/0/unreadCount").asInt());
  }

  @Test
  void refusesAWebhookThatLineDidNotSign(Shop shop) {
    String body = "{\"destination\":\"U0\",\"events\":[]}";

    shop.webhook(body, shop.secret).is(200);
    shop.webhook(body, "wrong").is(401);
    shop.system.send("POST", "/webhooks/line/" + shop.channelId, body).is(401);
    shop.webhook("{", shop.secret).is(400);
    shop.system
        .with("x-line-signature", "x")
        .send("POST", "/webhooks/line/no-such-channel", body)
        .is(404);
  }

  @Test
  void sendsByReplyTokenFirstAndByPushAfter(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    String path = "/conversations/" + conversation + "/messages";

    shop.agent.post(path, Map.of("text", "by reply")).is(202);
    shop.idle();
    shop.agent.post(path, Map.of("text", "by push")).is(202);
    shop.idle();

    List<String> paths =
        shop.sandbox
            .get("/_sandbox/line/calls")
            .json()
            .path("items")
            .valueStream()
            .filter(
                call ->
                    call.toString().contains("\"by reply\"")
                        || call.toString().contains("\"by push\""))
            .map(call -> call.path("path").asText())
            .toList();
    assertEquals(List.of("/v2/bot/message/reply", "/v2/bot/message/push"), paths);
  }

  @Test
  void neverShowsOneMerchantToAnother(Shop shop, Shop other) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");

    other.agent.get("/conversations/" + conversation).is(404);
    other.agent.get("/conversations/" + conversation + "/messages").is(404);
    other.agent.post("/conversations/" + conversation + "/messages", Map.of("text", "x")).is(404);
    other.agent.get("/products/" + shop.productIds.get(0)).is(404);
    other.owner.get("/channels/" + shop.channelId).is(404);
    other.owner.delete("/channels/" + shop.channelId).is(404);
    Answer referral =
        other.agent.post(
            "/referrals",
            Map.of("conversationId", conversation, "productIds", List.of(shop.productIds.get(0))));
    referral.is(400);
    assertTrue(referral.pointers().contains("/conversationId"), referral.body());
    assertEquals(0, other.agent.get("/conversations").json().path("items").size());
    assertNotEquals(shop.merchantId, other.merchantId);
  }

  private static Answer follow(Shop shop, String link, String userAgent) {
    return shop.system.with("user-agent", userAgent).get(link);
  }

  private static void order(Shop shop, String id, String total, Map<String, Object> more) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("orderId", id);
    order.put("source", "webshop");
    order.put("currency", "TWD");
    order.put("total", total);
    order.put("placedAt", Instant.now().toString());
    order.put("status", "paid");
    order.putAll(more);
    shop.owner.put("/external-orders", Map.of("orders", List.of(order))).is(200);
  }
}
