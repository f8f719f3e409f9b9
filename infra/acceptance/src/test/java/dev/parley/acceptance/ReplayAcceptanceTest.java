package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** State that was lost or derived wrongly, written by hand, is what it was after a replay. */
class ReplayAcceptanceTest {
  @RegisterExtension static final RunningParley PARLEY = new RunningParley();

  private static final String CUSTOMER = "U0123456789abcdef0123456789abcde9";
  private static final String REPLAYS = "/replays";

  @Test
  void setsRightWhatIsWrongAndLeavesTheRest(Shop shop) {
    long now = Instant.now().toEpochMilli();
    say(shop, now, message(1, "one"));
    say(shop, now + 1, message(2, "secret"));
    String conversation = shop.agent.get("/conversations").is(200).text("/items/0/id");
    Map<String, Object> secret = key(shop, conversation, shop.messages(conversation).get(0));
    JsonNode whole = item("MessagesTable", secret);
    say(shop, now + 2, "\"type\":\"unsend\",\"unsend\":{\"messageId\":\"m2\"}");
    Map<String, Object> headKey = key(shop.merchantId + "#" + conversation, "H");
    JsonNode head = item("ConversationsTable", headKey);
    say(shop, now + 3, message(3, "two"));
    List<String> before = seen(shop, conversation);

    put("MessagesTable", whole);
    put("ConversationsTable", head);
    forget(key(shop, conversation, shop.messages(conversation).get(2)));

    assertEquals("4 found, 3 changed, 1 unchanged, 0 failed", replayed(shop, received(shop)));
    assertEquals(before, seen(shop, conversation));
    assertEquals("4 found, 0 changed, 4 unchanged, 0 failed", replayed(shop, received(shop)));
    assertEquals(before, seen(shop, conversation));
  }

  @Test
  void replaysMessagesByTheirIds(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hello");
    List<String> before = seen(shop, conversation);
    JsonNode message = shop.messages(conversation).get(0);
    forget(key(shop, conversation, message));
    assertEquals("unknown", shop.messages(conversation).get(0).path("kind").asText());
    String nobodys = "msg_01K00000000000000000000000";

    String id = message.path("id").asText();
    JsonNode run = run(shop, Map.of("messageIds", List.of(id, nobodys)));

    assertEquals("1 found, 1 changed, 0 unchanged, 1 failed", counts(run));
    assertEquals(
        "[{\"messageId\":\"" + nobodys + "\",\"reason\":\"notFound\"}]",
        run.path("failures").toString());
    assertEquals(before, seen(shop, conversation));
  }

  @Test
  void findsNothingInTimesToComeOrOutOfTheCalendar(Shop shop) {
    shop.customerWrites(CUSTOMER, "hello");
    Map<String, Object> later =
        Map.of(
            "channelId", shop.channelId,
            "from", "2999-01-01T00:00:00Z",
            "to", "2999-01-02T00:00:00Z");
    Map<String, Object> early =
        Map.of(
            "channelId", shop.channelId,
            "from", "1970-01-01T00:00:00Z",
            "to", "1970-01-02T00:00:00Z");
    List<String> ids = List.of("msg_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "msg_00000000000000000000000000");

    assertEquals("0 found, 0 changed, 0 unchanged, 0 failed", replayed(shop, later));
    assertEquals("0 found, 0 changed, 0 unchanged, 0 failed", replayed(shop, early));
    assertEquals(
        "0 found, 0 changed, 0 unchanged, 2 failed", replayed(shop, Map.of("messageIds", ids)));
  }

  @Test
  void isStartedOnceUnderAKey(Shop shop) {
    Http once = shop.owner.with("idempotency-key", "again");
    Map<String, Object> body = received(shop);

    String first = once.post(REPLAYS, body).is(202).text("/id");
    String second = once.post(REPLAYS, body).is(202).text("/id");

    assertEquals(first, second);
    shop.idle();
  }

  @Test
  void isForOwnersAndForWhatIsTheirs(Shop shop) {
    Shop other = Shop.open(PARLEY);
    String run = shop.owner.post(REPLAYS, received(shop)).is(202).text("/id");
    shop.idle();

    shop.agent.post(REPLAYS, received(shop)).is(403);
    shop.agent.get(REPLAYS + "/" + run).is(403);
    other.owner.get(REPLAYS + "/" + run).is(404);
    assertEquals(
        List.of("/channelId"), other.owner.post(REPLAYS, received(shop)).is(400).pointers());
    assertEquals(
        Set.of("/channelId", "/from", "/to", "/until"),
        Set.copyOf(shop.owner.post(REPLAYS, Map.of("until", 1)).is(400).pointers()));
    shop.owner.get(REPLAYS + "/" + run).is(200);
  }

  private static void say(Shop shop, long at, String fields) {
    String event =
        "{\"webhookEventId\":\"e%1$d\",\"timestamp\":%1$d,\"mode\":\"active\",%2$s,\"source\":{\"type\":\"user\",\"userId\":\"%3$s\"}}"
            .formatted(at, fields, CUSTOMER);
    String body = "{\"destination\":\"U\",\"events\":[" + event + "]}";
    shop.webhook(body, shop.secret).is(200);
    shop.idle();
  }

  private static String message(int id, String text) {
    return "\"type\":\"message\",\"message\":{\"id\":\"m%d\",\"type\":\"text\",\"text\":\"%s\"}"
        .formatted(id, text);
  }

  private static List<String> seen(Shop shop, String conversation) {
    return List.of(
        shop.agent.get("/conversations").is(200).body(), shop.messages(conversation).toString());
  }

  private static Map<String, Object> received(Shop shop) {
    Instant now = Instant.now();
    return Map.of(
        "channelId", shop.channelId,
        "from", now.minus(Duration.ofHours(1)).toString(),
        "to", now.plus(Duration.ofHours(1)).toString());
  }

  private static String replayed(Shop shop, Map<String, Object> body) {
    return counts(run(shop, body));
  }

  private static JsonNode run(Shop shop, Map<String, Object> body) {
    String id = shop.owner.post(REPLAYS, body).is(202).text("/id");
    shop.idle();
    JsonNode run = shop.owner.get(REPLAYS + "/" + id).is(200).json();
    assertEquals("succeeded", run.path("status").asText(), run.toString());
    return run;
  }

  private static String counts(JsonNode run) {
    JsonNode counts = run.path("counts");
    return "%s found, %s changed, %s unchanged, %s failed"
        .formatted(
            counts.path("found"),
            counts.path("changed"),
            counts.path("unchanged"),
            counts.path("failed"));
  }

  private static Map<String, Object> key(Shop shop, String conversation, JsonNode message) {
    return key(shop.merchantId + "#" + conversation, message.path("id").asText());
  }

  private static Map<String, Object> key(String pk, String sk) {
    return Map.of("pk", Map.of("S", pk), "sk", Map.of("S", sk));
  }

  /** Makes the message what a version would have made of it that knows no texts. */
  private static void forget(Map<String, Object> key) {
    Map<String, Object> values =
        Map.of(
            ":kind", Map.of("S", "unknown"),
            ":content", Map.of("S", "{\"is\":\"unknown\",\"rawType\":\"text\"}"));
    PARLEY.dynamo(
        "UpdateItem",
        "MessagesTable",
        Map.of(
            "Key", key,
            "UpdateExpression", "SET kind = :kind, content = :content",
            "ExpressionAttributeValues", values));
  }

  private static JsonNode item(String table, Map<String, Object> key) {
    return PARLEY.dynamo("GetItem", table, Map.of("Key", key)).path("Item");
  }

  private static void put(String table, JsonNode item) {
    PARLEY.dynamo("PutItem", table, Map.of("Item", item));
  }
}
