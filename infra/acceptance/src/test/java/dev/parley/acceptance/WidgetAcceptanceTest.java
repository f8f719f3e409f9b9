package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor of a shop's website writes, an agent answers with cards, and nobody else gets in. */
@ExtendWith(RunningParley.class)
class WidgetAcceptanceTest {
  private static final String ORIGIN = "https://shop.example.com";

  private final WidgetSite site;
  private String token = "";
  private String conversation = "";

  WidgetAcceptanceTest(Shop shop) {
    site = WidgetSite.of(shop, ORIGIN);
  }

  @BeforeEach
  void visit() {
    JsonNode session = site.session().json();
    token = session.path("visitorToken").asText();
    conversation = session.path("conversationId").asText();
  }

  @Test
  void aVisitorsQuestionIsAnsweredWithCardsThatAreTracked() {
    Shop shop = site.shop;
    String said = site.says(token, "有烏龍茶嗎？").is(202).text("/id");
    shop.idle();
    JsonNode head = shop.agent.get("/conversations/" + conversation).is(200).json();
    assertEquals("widget", head.path("channelType").asText());
    assertEquals(1, head.path("unreadCount").asInt());
    assertTrue(head.at("/contact/displayName").asText().startsWith("Visitor "), head.toString());
    assertTrue(head.path("replyWindowEndsAt").isNull());

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
    JsonNode items = site.visitor(token).get(site.path("messages")).is(200).json().path("items");
    assertEquals(said, items.at("/0/id").asText());
    assertEquals("inbound", items.at("/0/direction").asText());
    assertEquals("有的，請看：", items.at("/1/text").asText());
    JsonNode card = items.at("/2/cards/1");
    assertEquals(referral.at("/links/1/url").asText(), card.path("url").asText());
    assertEquals("高山烏龍茶 TEA-2", card.path("title").asText());
    assertEquals("https://img.example.com/TEA-2.jpg", card.path("imageUrl").asText());
    assertEquals("NT$1,290", card.path("priceText").asText());
    assertFalse(items.toString().contains("agt_"), items.toString());

    assertClicked(card.path("url").asText());
  }

  private void assertClicked(String link) {
    String path = link.substring(link.indexOf("/r/"));
    String target =
        site.shop.system.with("user-agent", "Mozilla/5.0").get(path).is(302).header("location");
    site.shop.idle();

    assertTrue(target.contains("utm_medium=product_referral_widget"), target);
    JsonNode row = site.shop.report("?groupBy=channel").at("/rows/0");
    assertEquals(site.channelId, row.path("key").asText());
    assertEquals(2, row.path("messages").asInt());
    assertEquals(1, row.path("uniqueClicks").asInt());
  }

  @Test
  void aPreviewShowsTheCardsAsTheWidgetGetsThem() {
    site.says(token, "hi").is(202);
    site.shop.idle();

    JsonNode preview =
        site.shop
            .agent
            .post(
                "/referrals/preview",
                Map.of("conversationId", conversation, "productIds", site.shop.productIds))
            .is(200)
            .json();

    assertEquals(0, preview.path("cuts").size());
    assertEquals(3, preview.at("/messages/0/cards").size());
  }

  @Test
  void aRepeatedMessageIsStoredOnce() {
    Http visitor = site.visitor(token).with("idempotency-key", "client-1");

    Answer first = visitor.post(site.path("messages"), Map.of("text", "once")).is(202);
    Answer again = visitor.post(site.path("messages"), Map.of("text", "once")).is(202);
    visitor.post(site.path("messages"), Map.of("text", "other")).is(422);
    site.shop.idle();
    Answer late = visitor.post(site.path("messages"), Map.of("text", "once")).is(202);
    site.shop.idle();

    assertEquals(first.json(), again.json());
    assertEquals(first.json(), late.json());
    assertEquals(List.of("once"), site.agentReads(conversation));
  }

  @Test
  void aVisitorReadsOnFromTheMessageSeenLast() {
    for (String text : List.of("one", "two", "three")) {
      site.says(token, text).is(202);
      site.shop.idle();
    }
    JsonNode first = site.visitor(token).get(site.path("messages?limit=2")).is(200).json();

    assertEquals(
        List.of("three"), site.reads(token, "?after=" + first.path("nextCursor").asText()));
    assertEquals(
        List.of("two", "three"), site.reads(token, "?after=" + first.at("/items/0/id").asText()));
  }

  @Test
  void noVisitorGetsIntoAnothersConversation() {
    site.says(token, "secret").is(202);
    site.shop.idle();
    String other = site.session().text("/visitorToken");
    String forged = other.replaceFirst("\\..*", "") + token.replaceFirst("[^.]*", "");
    WidgetSite elsewhere = WidgetSite.of(site.shop, ORIGIN);

    assertEquals(List.of(), site.reads(other, ""));
    site.says(forged, "hi").is(401);
    elsewhere.says(token, "hi").is(401);
    site.page().get(site.path("messages")).is(401);
    site.shop.agent.with("origin", ORIGIN).get(site.path("messages")).is(401);
    site.shop.system.key(token).get("/conversations").is(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://shop.example.com", "null"})
  void anotherSiteIsTurnedAway(String origin) {
    Http page = site.shop.system.with("origin", origin).key(token);

    page.send("OPTIONS", site.path("messages"), null).is(403);
    page.send("POST", site.path("sessions"), null).is(403);
    Answer said = page.post(site.path("messages"), Map.of("text", "hi")).is(403);
    page.get(site.path("messages")).is(403);
    site.shop.system.key(token).get(site.path("messages")).is(403);

    assertEquals("", said.header("access-control-allow-origin"));
  }

  @Test
  void anAllowedSitesBrowserIsToldWhatItMay() {
    for (String what : List.of("sessions", "messages")) {
      Answer may = site.page().send("OPTIONS", site.path(what), null).is(204);

      assertEquals(ORIGIN, may.header("access-control-allow-origin"));
      assertTrue(may.header("access-control-allow-headers").contains("authorization"));
      assertTrue(may.header("access-control-allow-headers").contains("idempotency-key"));
    }
  }

  @Test
  void aSiteThatIsAllowedLaterIsLetInAndVisitorsStay() {
    String later = "https://later.example.com";

    site.connect(List.of(ORIGIN, later));
    site.shop.system.post("/_local/clock", Map.of("advance", "PT2S")).is(200);

    site.shop.system.with("origin", later).key(token).get(site.path("messages")).is(200);
    site.shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
  }

  @Test
  void aChannelThatIsNoWidgetIsNotThere() {
    for (String id : List.of("no-such-widget", site.shop.channelId)) {
      site.page().send("OPTIONS", "/widget/" + id + "/messages", null).is(404);
      site.page().send("POST", "/widget/" + id + "/sessions", null).is(404);
      site.visitor(token).get("/widget/" + id + "/messages").is(404);
    }
    site.shop.system.post("/webhooks/line/" + site.channelId, Map.of("events", List.of())).is(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /text",
        "{\"text\":\"\"} | /text",
        "{\"text\":7} | /text",
        "{\"text\":\"a\",\"agentId\":\"x\"} | /agentId",
        "[1] | ''"
      })
  void aMessageThatIsNoneIsRefusedByItsField(String body, String pointer) {
    Answer answer = site.visitor(token).send("POST", site.path("messages"), body).is(400);

    assertEquals(List.of(pointer), answer.pointers());
    assertEquals("application/problem+json", answer.header("content-type"));
    assertEquals(ORIGIN, answer.header("access-control-allow-origin"));
  }

  @Test
  void whatElseIsWrongIsRefused() {
    Http visitor = site.visitor(token);

    visitor.send("POST", site.path("messages"), "{\"text\":").is(400);
    visitor.with("content-type", "text/plain").send("POST", site.path("messages"), "hi").is(415);
    visitor.post(site.path("messages"), Map.of("text", "x".repeat(5001))).is(400);
    visitor.post(site.path("messages"), Map.of("text", "x".repeat(70_000))).is(413);
    visitor.post(site.path("sessions"), Map.of("name", "me")).is(400);
    for (String query : List.of("after=x", "limit=0", "limit=101", "cursor=x")) {
      visitor.get(site.path("messages?") + query).is(400);
    }
  }

  @Test
  void aVisitorWhoFloodsIsToldWhenToGoOn() {
    List<Answer> answers =
        IntStream.range(0, 40).mapToObj(i -> site.says(token, "flood " + i)).toList();

    Answer refused = answers.stream().filter(a -> a.status() == 429).findFirst().orElseThrow();
    assertTrue(Integer.parseInt(refused.header("retry-after")) <= 10);
    assertEquals(ORIGIN, refused.header("access-control-allow-origin"));
    assertEquals("retry-after", refused.header("access-control-expose-headers"));
    site.says(site.session().text("/visitorToken"), "calm").is(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"allowedOrigins\":[]}",
        "{\"allowedOrigins\":[\"*\"]}",
        "{\"allowedOrigins\":7}"
      })
  void anOwnerIsToldWhatIsWrongWithTheSites(String credentials) {
    String body = "{\"type\":\"widget\",\"name\":\"x\",\"credentials\":" + credentials + "}";

    Answer answer = site.shop.owner.send("PUT", "/channels/" + site.channelId, body).is(400);

    assertTrue(answer.pointers().getFirst().startsWith("/credentials/allowedOrigins"));
  }

  @Test
  void theChannelTellsItsScriptAndKeepsItsSecrets() {
    JsonNode channel = site.connected.json();
    String body = site.shop.owner.get("/channels/" + site.channelId).is(200).body();

    assertTrue(channel.path("webhookUrl").isNull());
    assertTrue(channel.path("scriptUrl").asText().endsWith("/widget.js"));
    assertFalse(body.contains("allowedOrigins") || body.contains("ecret"), body);
    Answer script = site.shop.system.get("/widget.js").is(200);
    String tag = script.header("etag");
    assertTrue(script.header("content-type").startsWith("text/javascript"));
    site.shop.system.with("if-none-match", tag).get("/widget.js").is(304);
  }

  @Test
  void theDemoShopsPageShowsTheWidget() {
    Answer page = site.shop.sandbox.get("/shop/").is(200);

    assertTrue(page.body().contains("data-channel=\"demo-widget\""), page.body());
    site.shop
        .system
        .with("origin", site.shop.sandbox.base())
        .send("POST", "/widget/demo-widget/sessions", null)
        .is(201);
  }
}
