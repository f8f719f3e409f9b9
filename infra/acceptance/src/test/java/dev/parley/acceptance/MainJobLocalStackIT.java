package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job on functions that LocalStack deployed from the template and executes itself. */
@ExtendWith({LocalStack.class, DeployedParley.class})
class MainJobLocalStackIT {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcdef";

  @Test
  void creditsTheAgentWhoseCardLedToTheOrder(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "有烏龍茶嗎？");
    assertEquals("有烏龍茶嗎？", shop.messages(conversation).get(0).path("text").asText());

    shop.agent
        .post("/conversations/" + conversation + "/messages", Map.of("text", "有的，請看："))
        .is(202);
    String link =
        shop.agent
            .post(
                "/referrals",
                Map.of("conversationId", conversation, "productIds", shop.productIds.subList(0, 2)))
            .is(202)
            .text("/links/1/url");
    shop.idle();
    assertEquals(
        List.of("sent", "sent", "received"),
        shop.messages(conversation).valueStream().map(m -> m.path("status").asText()).toList());

    String target = shop.system.get(link).is(302).header("location");
    shop.idle();
    assertTrue(target.startsWith("https://shop.example.com/p/TEA-2?v=1&"), target);

    order(shop, link.substring(link.lastIndexOf('/') + 1));
    LocalStackDeployment.await(
        "the order is credited", () -> row(shop).path("orders").asInt() == 1);
    JsonNode row = row(shop);
    assertEquals(shop.agentId, row.path("key").asText());
    assertEquals(2, row.path("messages").asInt());
    assertEquals(2, row.path("linksSent").asInt());
    assertEquals(1, row.path("clicks").asInt());
    assertEquals("2580.00", row.at("/revenue/amount").asText());
  }

  private static void order(Shop shop, String token) {
    Map<String, Object> order =
        Map.of(
            "orderId", "SO-1",
            "source", "webshop",
            "currency", "TWD",
            "total", "2580.00",
            "placedAt", Instant.now().toString(),
            "status", "paid",
            "linkToken", token);
    shop.owner.put("/external-orders", Map.of("orders", List.of(order))).is(200);
  }

  private static JsonNode row(Shop shop) {
    return shop.report("?groupBy=agent").at("/rows/0");
  }

  @Test
  void refusesAWebhookThatLineDidNotSign(Shop shop) {
    String body = "{\"destination\":\"U0\",\"events\":[]}";

    shop.webhook(body, shop.secret).is(200);
    shop.webhook(body, "wrong").is(401);
  }
}
