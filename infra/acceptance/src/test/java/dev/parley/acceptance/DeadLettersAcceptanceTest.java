package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What queues and the orders' stream give up: listed with its reason, retried once, discarded. */
@ExtendWith(RunningParley.class)
class DeadLettersAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcd70";

  @AfterEach
  void mend(Shop shop) {
    shop.system.delete("/_local/faults");
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
    shop.idle();
  }

  @Test
  void aMessageThatCantBeStoredIsListedWithItsReasonAndComesInOnceWhenRetried(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "before");
    failFiveTimes(shop);
    say(shop, "poison");

    JsonNode letter = givenUp(shop, 1).get(0);
    shop.customerWrites(CUSTOMER, "after");

    assertEquals("inboundEvent", letter.path("kind").asText());
    assertEquals("open", letter.path("status").asText());
    assertEquals(5, letter.path("attempts").asInt());
    assertEquals(conversation, letter.at("/about/conversationId").asText());
    assertTrue(letter.path("reason").asText().contains("of an AWS service"), letter::toString);
    assertFalse(letter.toString().contains("poison"));
    assertEquals(List.of("after", "before"), texts(shop, conversation));

    JsonNode retried = shop.owner.post(path(letter, "retry"), Map.of()).is(200).json();
    shop.idle();
    assertEquals("retried", retried.path("status").asText());
    assertEquals(List.of("after", "poison", "before"), texts(shop, conversation));
    assertEquals("after", inbox(shop).path("lastMessagePreview").asText());
    assertEquals(3, inbox(shop).path("unreadCount").asInt());

    Answer again = shop.owner.post(path(letter, "retry"), Map.of()).is(409);
    assertEquals("retried", again.text("/state"));
    assertEquals(0, letters(shop, "?status=open").size());
    assertEquals(1, letters(shop, "?status=retried&kind=inboundEvent").size());
  }

  @Test
  void theOneThatFailsDoesNotTakeItsFollowersAlong(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "before");
    failFiveTimes(shop);
    say(shop, "poison");
    say(shop, "follower");

    givenUp(shop, 1);

    assertEquals(List.of("follower", "before"), texts(shop, conversation));
  }

  @Test
  void whoCrashesLeavesALetterThatSaysSo(Shop shop) {
    shop.customerWrites(CUSTOMER, "before");
    fail(shop, "ReceiveMessages", "PutItem", "crash");
    say(shop, "poison");

    JsonNode letter = givenUp(shop, 1).get(0);
    assertTrue(letter.path("reason").asText().startsWith("Nobody could note why"));

    JsonNode discarded = shop.owner.post(path(letter, "discard"), Map.of()).is(200).json();
    assertEquals("discarded", discarded.path("status").asText());
    assertEquals(1, inbox(shop).path("unreadCount").asInt());
    assertEquals(
        "discarded", shop.owner.post(path(letter, "retry"), Map.of()).is(409).text("/state"));
    assertEquals(1, letters(shop, "?status=discarded").size());
  }

  @Test
  void aLetterIsItsMerchantsOwnersAlone(Shop shop) {
    Shop other = Shop.open(shop.system, shop.sandbox);
    shop.customerWrites(CUSTOMER, "before");
    fail(shop, "ReceiveMessages", "PutItem", "internal");
    say(shop, "poison");
    JsonNode letter = givenUp(shop, 1).get(0);

    assertEquals(0, letters(other, "").size());
    other.owner.post(path(letter, "retry"), Map.of()).is(404);
    other.owner.post(path(letter, "discard"), Map.of()).is(404);
    shop.owner.post("/dead-letters/none/retry", Map.of()).is(404);
    shop.agent.get("/dead-letters").is(403);
    shop.agent.post(path(letter, "retry"), Map.of()).is(403);
    Answer bad = shop.owner.get("/dead-letters?status=lost&kind=mail&limit=0&x=1").is(400);
    assertEquals(4, bad.json().path("errors").size());
    shop.owner.get("/dead-letters?cursor=x").is(400);
    shop.owner.post(path(letter, "discard"), Map.of()).is(200);
  }

  @Test
  void aMessageThatLineNeverTookIsSentWhenRetriedAndNeverTwice(Shop shop) {
    String conversation = pushOnly(shop);
    shop.sandbox.post(
        "/_sandbox/line/behaviour",
        Map.of("operation", "push", "status", 500, "channelId", shop.channelId));
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", "late")).is(202);

    JsonNode letter = givenUp(shop, 1).get(0);
    shop.sandbox.delete("/_sandbox/line/behaviour").is(204);
    assertEquals("outboundMessage", letter.path("kind").asText());
    assertTrue(letter.path("reason").asText().startsWith("The platform did not take"));
    assertEquals("failed", newest(shop, conversation).path("status").asText());
    assertEquals(
        newest(shop, conversation).path("id").asText(), letter.at("/about/messageId").asText());
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);

    shop.system
        .post(
            "/_local/faults",
            Map.of(
                "service",
                "dynamodb",
                "operation",
                "UpdateItem",
                "function",
                "DeadLetters",
                "when",
                "before",
                "error",
                "crash"))
        .is(204);
    int crashed = shop.owner.post(path(letter, "retry"), Map.of()).status();
    assertTrue(crashed >= 500, () -> "answered " + crashed);
    shop.idle();
    assertEquals("sent", newest(shop, conversation).path("status").asText());

    Answer refused = shop.owner.post(path(letter, "retry"), Map.of()).is(409);
    assertTrue(refused.text("/detail").contains("it is sent"), refused::toString);
    shop.owner.post(path(letter, "discard"), Map.of()).is(200);
    assertEquals("sent", newest(shop, conversation).path("status").asText());
    assertEquals(1, onThePhone(shop, "late"));
  }

  @Test
  void anOrderThatCantBeCreditedIsCreditedWhenRetried(Shop shop) {
    String link = linkSent(shop);
    fail(shop, "AttributeOrders", "GetItem", "internal");
    order(shop, "SO-dead", link);

    JsonNode letter = givenUp(shop, 1).get(0);
    assertEquals("order", letter.path("kind").asText());
    assertEquals("SO-dead", letter.at("/about/orderId").asText());
    assertEquals("webshop", letter.at("/about/source").asText());
    assertEquals(11, letter.path("attempts").asInt());
    assertTrue(letter.path("reason").asText().contains("of an AWS service"), letter::toString);
    assertEquals(0, shop.report("").at("/total/orders").asInt());

    shop.owner.post(path(letter, "retry"), Map.of()).is(200);
    assertEquals(1, shop.report("").at("/total/orders").asInt());
    shop.owner.post(path(letter, "retry"), Map.of()).is(409);
    assertEquals(1, shop.report("").at("/total/orders").asInt());
  }

  @Test
  void aReplayWhoseStepIsDiscardedSaysThatItFailed(Shop shop) {
    shop.customerWrites(CUSTOMER, "before");
    fail(shop, "ReplayEvents", "GetItem", "internal");
    String id =
        shop.owner
            .post(
                "/replays",
                Map.of(
                    "channelId", shop.channelId,
                    "from", "2026-01-01T00:00:00Z",
                    "to", "2026-02-01T00:00:00Z"))
            .is(202)
            .text("/id");

    JsonNode letter = givenUp(shop, 1).get(0);
    assertEquals("replayStep", letter.path("kind").asText());
    assertEquals(id, letter.at("/about/replayId").asText());
    assertEquals("queued", shop.owner.get("/replays/" + id).is(200).text("/status"));

    shop.owner.post(path(letter, "discard"), Map.of()).is(200);
    Answer run = shop.owner.get("/replays/" + id).is(200);
    assertEquals("failed", run.text("/status"));
    assertTrue(run.text("/error").contains("its dead letter was discarded"), run::toString);
    assertFalse(run.json().path("finishedAt").isNull());
  }

  private static String pushOnly(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", "1st")).is(202);
    shop.idle();
    return conversation;
  }

  private static String linkSent(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "tea?");
    Map<String, Object> cards =
        Map.of("conversationId", conversation, "productIds", shop.productIds);
    String link = shop.agent.post("/referrals", cards).is(202).text("/links/0/url");
    shop.system
        .with("user-agent", "Mozilla/5.0 (iPhone) Line/14.0")
        .get(link.substring(link.indexOf("/r/")))
        .is(302);
    shop.idle();
    return link;
  }

  private static void order(Shop shop, String id, String link) {
    String now = shop.system.get("/_local/clock").is(200).text("/now");
    Map<String, Object> order =
        Map.of(
            "orderId", id,
            "source", "webshop",
            "currency", "TWD",
            "total", "980.00",
            "placedAt", now,
            "status", "paid",
            "linkToken", link.substring(link.lastIndexOf('/') + 1));
    shop.owner.put("/external-orders", Map.of("orders", List.of(order))).is(200);
  }

  private static void fail(Shop shop, String function, String operation, String error) {
    shop.system
        .post(
            "/_local/faults",
            Map.of(
                "service",
                "dynamodb",
                "operation",
                operation,
                "function",
                function,
                "when",
                "before",
                "error",
                error,
                "count",
                1000))
        .is(204);
  }

  /** Lets the first event's five deliveries fail at once, and nothing after it. */
  private static void failFiveTimes(Shop shop) {
    shop.system
        .post(
            "/_local/faults",
            Map.of(
                "service",
                "dynamodb",
                "operation",
                "PutItem",
                "function",
                "ReceiveMessages",
                "when",
                "before",
                "error",
                "exhausted",
                "count",
                5))
        .is(204);
  }

  private static void say(Shop shop, String text) {
    shop.sandbox
        .post(
            "/_sandbox/line/customers/" + CUSTOMER + "/messages",
            Map.of("text", text, "channelId", shop.channelId))
        .is(200);
  }

  /** Lets time pass until so many letters are open, then mends what was broken. */
  private static JsonNode givenUp(Shop shop, int count) {
    for (int i = 0; i < 30 && letters(shop, "?status=open").size() < count; i++) {
      shop.system.get("/_local/idle?timeoutMs=1000");
      shop.system.post("/_local/clock", Map.of("advance", "PT3M")).is(200);
    }
    shop.system.delete("/_local/faults");
    shop.system.post("/_local/clock", Map.of("advance", "PT3M")).is(200);
    shop.idle();
    JsonNode open = letters(shop, "?status=open");
    assertEquals(count, open.size(), open::toString);
    return open;
  }

  private static JsonNode letters(Shop shop, String query) {
    return shop.owner.get("/dead-letters" + query).is(200).json().path("items");
  }

  private static String path(JsonNode letter, String action) {
    return "/dead-letters/" + letter.path("id").asText() + "/" + action;
  }

  private static JsonNode inbox(Shop shop) {
    return shop.agent.get("/conversations").is(200).json().at("/items/0");
  }

  private static JsonNode newest(Shop shop, String conversation) {
    return shop.messages(conversation).get(0);
  }

  private static List<String> texts(Shop shop, String conversation) {
    return StreamSupport.stream(shop.messages(conversation).spliterator(), false)
        .map(message -> message.path("text").asText())
        .toList();
  }

  private static long onThePhone(Shop shop, String text) {
    return shop
        .sandbox
        .get("/_sandbox/line/customers/" + CUSTOMER + "/messages")
        .is(200)
        .json()
        .findValuesAsText("text")
        .stream()
        .filter(text::equals)
        .count();
  }
}
