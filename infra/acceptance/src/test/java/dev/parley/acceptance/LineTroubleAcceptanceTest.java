package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * LINE down, silent, throttling or refusing: the message says so, is sent in the end or parked, and
 * never twice.
 */
@ExtendWith(RunningParley.class)
class LineTroubleAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcde2";

  @Test
  void sendsOnceWhenAPushWasTakenButNotAnswered(Shop shop) {
    String conversation = pushOnly(shop);
    behave(shop, Map.of("operation", "push", "drop", "after", "count", 1));

    send(shop, conversation, "once");
    comeDue(shop, conversation);

    assertEquals("sent", newest(shop, conversation).path("status").asText());
    assertEquals(1, onThePhone(shop, "once"));
  }

  @Test
  void saysThatNobodyKnowsWhenAReplyWasTakenButNotAnswered(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    behave(shop, Map.of("operation", "reply", "drop", "after", "count", 1));

    send(shop, conversation, "reply once");
    comeDue(shop, conversation);

    assertOutcomeUnknown(shop, conversation);
    assertEquals(1, onThePhone(shop, "reply once"));
  }

  @Test
  void saysThatNobodyKnowsWhenAReplyBrokeAndItsTokenIsRefused(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    behave(shop, Map.of("operation", "reply", "status", 500, "count", 1));
    behave(
        shop,
        Map.of("operation", "reply", "status", 400, "message", "Invalid reply token", "count", 1));

    send(shop, conversation, "lost");
    comeDue(shop, conversation);

    assertOutcomeUnknown(shop, conversation);
    assertEquals(0, onThePhone(shop, "lost"));
  }

  private static void assertOutcomeUnknown(Shop shop, String conversation) {
    JsonNode message = newest(shop, conversation);
    assertEquals("failed", message.path("status").asText());
    assertEquals("outcomeUnknown", message.at("/failure/code").asText());
  }

  @Test
  void sendsInTheEndWhenLineWasDownForAWhile(Shop shop) {
    String conversation = pushOnly(shop);
    behave(shop, Map.of("operation", "push", "status", 500, "count", 2));

    send(shop, conversation, "late");
    comeDue(shop, conversation);

    assertEquals("sent", newest(shop, conversation).path("status").asText());
    assertEquals(1, onThePhone(shop, "late"));
  }

  @Test
  void saysThatTheCredentialsAreRefused(Shop shop) {
    String conversation = pushOnly(shop);
    behave(shop, Map.of("operation", "push", "status", 401, "count", 1));

    send(shop, conversation, "refused");
    shop.idle();

    JsonNode message = newest(shop, conversation);
    assertEquals("failed", message.path("status").asText());
    assertEquals("credentialsRejected", message.at("/failure/code").asText());
    Answer channel = shop.owner.get("/channels/" + shop.channelId).is(200);
    assertEquals("credentialsRejected", channel.text("/health/lastError/code"));
  }

  @Test
  void saysThatTheMonthIsUsedUp(Shop shop) {
    String conversation = pushOnly(shop);
    behave(shop, Map.of("operation", "push", "monthlyLimit", true, "count", 1));

    send(shop, conversation, "too many");
    shop.idle();

    assertEquals("monthlyLimit", newest(shop, conversation).at("/failure/code").asText());
  }

  @Test
  void parksWhatCantBeSentAndSaysWhy(Shop shop) {
    String conversation = pushOnly(shop);
    behave(shop, Map.of("operation", "push", "status", 500));

    send(shop, conversation, "never");
    comeDue(shop, conversation);
    shop.sandbox.delete("/_sandbox/line/behaviour").is(204);

    JsonNode message = newest(shop, conversation);
    assertEquals("failed", message.path("status").asText());
    assertEquals("platformUnavailable", message.at("/failure/code").asText());
    assertEquals(0, onThePhone(shop, "never"));
  }

  @Test
  void receivesTheMessageWhoseProfileCantBeHad(Shop shop) {
    behave(shop, Map.of("operation", "profile", "status", 500, "count", 1));

    String conversation = shop.customerWrites(CUSTOMER, "who am I?");

    assertEquals("who am I?", newest(shop, conversation).path("text").asText());
    assertTrue(shop.agent.get("/conversations").json().at("/items/0/contact/displayName").isNull());
  }

  /** Makes a conversation whose reply token is used up. */
  private static String pushOnly(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    send(shop, conversation, "first");
    shop.idle();
    return conversation;
  }

  private static void behave(Shop shop, Map<String, Object> behaviour) {
    Map<String, Object> own = new LinkedHashMap<>(behaviour);
    own.put("channelId", shop.channelId);
    shop.sandbox.post("/_sandbox/line/behaviour", own);
  }

  private static void send(Shop shop, String conversation, String text) {
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", text)).is(202);
  }

  /**
   * Lets the queue deliver again what failed, until the message has come to its end, and put what
   * it gives up into the dead letters: what waits falls due when the clock moves.
   */
  private static void comeDue(Shop shop, String conversation) {
    for (int i = 0; i < 10 && !isDone(newest(shop, conversation)); i++) {
      shop.system.get("/_local/idle?timeoutMs=1000");
      shop.system.post("/_local/clock", Map.of("advance", "PT10M")).is(200);
    }
    shop.system.post("/_local/clock", Map.of("advance", "PT10M")).is(200);
    shop.idle();
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
  }

  private static boolean isDone(JsonNode message) {
    return Set.of("sent", "failed").contains(message.path("status").asText());
  }

  private static JsonNode newest(Shop shop, String conversation) {
    return shop.messages(conversation).get(0);
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
