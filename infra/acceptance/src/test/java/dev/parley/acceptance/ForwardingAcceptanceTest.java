package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What merchants' other systems are told: events of ours, and LINE's calls as they came. */
@ExtendWith(RunningParley.class)
class ForwardingAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcdf1";
  private static final String ENDPOINTS = "/webhook-endpoints";
  private static final String DELIVERIES = "/webhook-deliveries";
  private static final List<String> ALL =
      List.of("message.received", "message.sent", "message.failed", "contact.changed");

  private HookReceiver receiver = opened();

  private static HookReceiver opened() {
    try {
      return new HookReceiver();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void openReceiver() {
    receiver.close();
    receiver = opened();
  }

  @AfterEach
  void mend(Shop shop) {
    shop.system.delete("/_local/faults");
    shop.system.post("/_local/clock", Map.of("reset", true));
    receiver.close();
  }

  private JsonNode endpoint(Shop shop, List<String> events) {
    return shop.owner
        .post(ENDPOINTS, Map.of("url", receiver.url(), "events", events))
        .is(201)
        .json();
  }

  /** Lets a customer write, whatever comes of it. */
  private static void write(Shop shop, String text) {
    shop.sandbox
        .post(
            "/_sandbox/line/customers/" + CUSTOMER + "/messages",
            Map.of("text", text, "channelId", shop.channelId))
        .is(200);
  }

  /** Moves the clock once nothing happens any more; what failed may still wait in a queue. */
  private static void move(Shop shop, String duration) {
    shop.system.get("/_local/idle?until=rest&timeoutMs=30000").is(200);
    shop.system.post("/_local/clock", Map.of("advance", duration)).is(200);
  }

  private static void advance(Shop shop, String duration) {
    move(shop, duration);
    shop.idle();
  }

  private static List<JsonNode> deliveries(Shop shop, String query) {
    return shop.owner.get(DELIVERIES + query).is(200).json().path("items").valueStream().toList();
  }

  private static List<String> types(List<HookReceiver.Call> calls) {
    return calls.stream().map(HookReceiver.Call::type).sorted().toList();
  }

  @Test
  void tellsSignedEventsOfMessagesAndContacts(Shop shop) {
    String secret = endpoint(shop, ALL).path("secret").asText();

    String conversation = shop.customerWrites(CUSTOMER, "茶？");
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", "有")).is(202);
    shop.idle();

    List<HookReceiver.Call> calls = receiver.calls();
    assertEquals(List.of("contact.changed", "message.received", "message.sent"), types(calls));
    calls.forEach(call -> call.isSignedWith(secret));
    assertEquals(3, calls.stream().map(HookReceiver.Call::id).distinct().count());
    String received = body(calls, "message.received");
    assertTrue(received.contains("\"text\":\"茶？\""), received);
    assertTrue(received.contains("\"conversationId\":\"" + conversation + "\""), received);
    assertEquals(3, deliveries(shop, "?status=delivered").size());
    assertEquals(0, deliveries(shop, "?status=pending").size());
  }

  @Test
  void tellsThatAMessageFailedAfterThePlatformTookIt(Shop shop) {
    MetaAccount whatsapp = new MetaAccount(shop, "whatsapp");
    String customer = whatsapp.customer();
    String conversation = whatsapp.says(customer, Map.of("text", "hi"));
    endpoint(shop, List.of("message.sent", "message.failed"));
    shop.sandbox
        .post(
            "/_sandbox/whatsapp/customers/" + customer + "/block",
            Map.of("channelId", whatsapp.accountId))
        .is(204);
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", "有")).is(202);
    shop.idle();
    String reference = conversation + "/" + shop.messages(conversation).at("/0/id").asText();

    for (int i = 0; i < 2; i++) {
      whatsapp
          .webhook(
              "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"statuses\":[{\"id\":\"w\","
                  + "\"status\":\"failed\",\"timestamp\":\"1764000000\",\"recipient_id\":\""
                  + customer
                  + "\",\"biz_opaque_callback_data\":\""
                  + reference
                  + "\",\"errors\":[{\"code\":131026,\"title\":\"Undeliverable\"}]}]}}]}]}")
          .is(200);
      shop.idle();
    }

    assertEquals("failed", shop.messages(conversation).at("/0/status").asText());
    assertEquals(List.of("message.failed", "message.sent"), types(receiver.calls()));
  }

  private static String body(List<HookReceiver.Call> calls, String type) {
    return calls.stream().filter(c -> c.type().equals(type)).findFirst().orElseThrow().body();
  }

  @Test
  void triesAgainUntilItIsTakenUnderOneIdAndSignedAnew(Shop shop) {
    String secret = endpoint(shop, List.of("message.received")).path("secret").asText();
    receiver.fail(3, 503);

    shop.customerWrites(CUSTOMER, "one");
    JsonNode pending = deliveries(shop, "?status=pending").getFirst();
    for (String wait : List.of("PT2M", "PT6M", "PT34M", "PT3H")) {
      advance(shop, wait);
    }

    List<HookReceiver.Call> calls = receiver.calls();
    assertEquals(
        List.of(503, 503, 503, 200), calls.stream().map(HookReceiver.Call::status).toList());
    calls.forEach(call -> call.isSignedWith(secret));
    assertEquals(
        Set.of(pending.path("eventId").asText()),
        calls.stream().map(HookReceiver.Call::id).collect(Collectors.toSet()));
    assertEquals("The target answered 503", pending.at("/lastTry/reason").asText());
    JsonNode delivered = deliveries(shop, "").getFirst();
    assertEquals("delivered", delivered.path("status").asText());
    assertEquals(4, delivered.path("attempts").asInt());
  }

  @Test
  void switchesOffWhatFailsForThreeDaysAndReplaysWhatWasMissed(Shop shop) {
    String id = endpoint(shop, List.of("message.received")).path("id").asText();
    String at = ENDPOINTS + "/" + id;
    receiver.fail(Integer.MAX_VALUE, 500);

    shop.customerWrites(CUSTOMER, "one");
    for (int i = 0; i < 12; i++) {
      advance(shop, "PT3H");
    }
    assertEquals(1, deliveries(shop, "?status=failed").size());
    assertEquals("active", shop.owner.get(at).is(200).text("/status"));

    advance(shop, "PT36H");
    shop.customerWrites(CUSTOMER, "two");
    JsonNode off = shop.owner.get(at).is(200).json();
    shop.customerWrites(CUSTOMER, "three");

    assertEquals("disabled", off.path("status").asText(), off.toString());
    assertEquals("failing", off.at("/disabled/reason").asText());
    JsonNode health = shop.owner.get("/health").is(200).json().path("items").get(1);
    assertEquals("webhookEndpoint", health.path("kind").asText());
    assertEquals("disabled", health.at("/health/status").asText());
    List<JsonNode> failed = deliveries(shop, "?status=failed");
    assertEquals(2, failed.size());
    String replay = DELIVERIES + "/" + failed.getFirst().path("id").asText() + "/replay";
    shop.owner.post(replay, Map.of()).is(409);

    receiver.fail(0, 200);
    shop.owner.patch(at, Map.of("status", "active")).is(200);
    shop.owner.post(replay, Map.of()).is(202);
    shop.idle();
    assertEquals(1, deliveries(shop, "?status=failed").size());
    String other = DELIVERIES + "/" + failed.getLast().path("id").asText() + "/replay";
    shop.owner.post(other, Map.of()).is(202);
    shop.idle();

    List<HookReceiver.Call> taken = receiver.taken();
    assertEquals(
        failed.stream().map(one -> one.path("eventId").asText()).toList(),
        taken.stream().map(HookReceiver.Call::id).toList());
    String bodies = taken.getFirst().body() + taken.getLast().body();
    assertTrue(bodies.contains("\"text\":\"one\"") && bodies.contains("\"text\":\"two\""), bodies);
    assertEquals(0, deliveries(shop, "?status=failed").size());
  }

  @Test
  void aTargetThatIsGoneIsAskedNoMore(Shop shop) {
    String id = endpoint(shop, List.of("message.received")).path("id").asText();
    receiver.fail(1, 410);

    shop.customerWrites(CUSTOMER, "one");
    shop.customerWrites(CUSTOMER, "two");

    assertEquals(1, receiver.calls().size());
    assertEquals("gone", shop.owner.get(ENDPOINTS + "/" + id).is(200).text("/disabled/reason"));
  }

  @Test
  void oneTargetThatFailsHoldsUpNoOther(Shop shop) {
    try (HookReceiver failing = opened()) {
      failing.fail(Integer.MAX_VALUE, 500);
      shop.owner.post(
          ENDPOINTS, Map.of("url", failing.url(), "events", List.of("message.received")));
      endpoint(shop, List.of("message.received"));

      for (int i = 0; i < 8; i++) {
        shop.customerWrites(CUSTOMER, "message " + i);
      }

      assertEquals(8, receiver.taken().size());
      assertEquals(5, failing.calls().size());
    }
  }

  @Test
  void losesNothingWhateverCallFails(Shop shop) {
    endpoint(shop, List.of("message.received"));
    List<Map<String, Object>> faults =
        List.of(
            fault("dynamodb", "CollectEvents", "Query", "before", "internal", 3),
            fault("sqs", "CollectEvents", "SendMessageBatch", "before", "internal", 4),
            fault("sqs", "CollectEvents", "SendMessageBatch", "after", "crash", 1),
            fault("dynamodb", "ForwardEvents", "GetItem", "after", "crash", 1),
            fault("kms", "ForwardEvents", "Decrypt", "after", "crash", 1),
            fault("dynamodb", "ForwardEvents", "PutItem", "before", "internal", 4),
            fault("dynamodb", "ForwardEvents", "PutItem", "after", "crash", 1),
            fault("sqs", "ForwardEvents", "DeleteMessageBatch", "before", "internal", 1));

    for (int i = 0; i < faults.size(); i++) {
      shop.system.post("/_local/faults", faults.get(i)).is(204);
      write(shop, "message " + i + ".");
      move(shop, "PT3M");
      shop.system.delete("/_local/faults");
      advance(shop, "PT3M");
    }

    List<HookReceiver.Call> calls = receiver.taken();
    for (int i = 0; i < faults.size(); i++) {
      String text = "message " + i + ".";
      assertEquals(
          1,
          calls.stream()
              .filter(call -> call.body().contains(text))
              .map(HookReceiver.Call::id)
              .distinct()
              .count(),
          text + " " + faults.get(i));
    }
    assertEquals(faults.size(), deliveries(shop, "?status=delivered").size());
  }

  @Test
  void losesNoRetryWhateverCallOfTheSweepFails(Shop shop) {
    endpoint(shop, List.of("message.received"));
    List<Map<String, Object>> faults =
        List.of(
            fault("sqs", "SweepParked", "SendMessageBatch", "before", "internal", 10),
            fault("sqs", "SweepParked", "SendMessageBatch", "after", "crash", 1),
            fault("dynamodb", "SweepParked", "UpdateItem", "before", "internal", 10));

    for (int i = 0; i < faults.size(); i++) {
      receiver.fail(1, 500);
      shop.customerWrites(CUSTOMER, "message " + i + ".");
      shop.system.post("/_local/faults", faults.get(i)).is(204);
      move(shop, "PT2M");
      shop.system.delete("/_local/faults");
      advance(shop, "PT2M");
      advance(shop, "PT20M");

      assertEquals(i + 1, deliveries(shop, "?status=delivered").size(), faults.get(i).toString());
    }
  }

  private static Map<String, Object> fault(
      String service, String function, String operation, String when, String error, int count) {
    Map<String, Object> fault = new HashMap<>();
    fault.put("service", service);
    fault.put("function", function);
    fault.put("operation", operation);
    fault.put("when", when);
    fault.put("error", error);
    fault.put("count", count);
    return fault;
  }

  @Test
  void forwardsLinesCallsAsTheyCameSignedAsLineSigns(Shop shop) {
    String forwards = "/channels/" + shop.channelId + "/forwards";
    shop.owner.put(forwards, Map.of("urls", List.of(receiver.url()))).is(200);
    String body = "{ \"destination\":\"U\",\n\"events\" : [ " + event("m1", "茶") + " ] }";
    receiver.fail(1, 500);

    shop.webhook(body, shop.secret).is(200);
    shop.idle();
    advance(shop, "PT2M");

    List<HookReceiver.Call> calls = receiver.calls();
    assertEquals(List.of(body, body), calls.stream().map(HookReceiver.Call::body).toList());
    for (HookReceiver.Call call : calls) {
      assertEquals(Shop.signature(body, shop.secret), call.headers().get("x-line-signature"));
    }
    JsonNode delivery = deliveries(shop, "").getFirst();
    assertEquals("line.webhook", delivery.path("type").asText());
    assertEquals(receiver.url(), delivery.path("url").asText());
    assertEquals("delivered", delivery.path("status").asText());
  }

  @Test
  void forwardsACallThatTheQueueDidNotTakeOnceItDoes(Shop shop) {
    String forwards = "/channels/" + shop.channelId + "/forwards";
    shop.owner.put(forwards, Map.of("urls", List.of(receiver.url()))).is(200);
    String body = "{\"destination\":\"U\",\"events\":[" + event("m1", "tea") + "]}";

    shop.system
        .post(
            "/_local/faults",
            fault("sqs", "LineWebhook", "SendMessageBatch", "before", "internal", 100))
        .is(204);
    shop.webhook(body, shop.secret).is(200);
    shop.system.delete("/_local/faults");
    shop.system.post("/_local/schedules/SweepParked/run", Map.of()).is(200);
    shop.idle();

    assertEquals(List.of(body), receiver.taken().stream().map(HookReceiver.Call::body).toList());
    assertEquals(1, shop.agent.get("/conversations").is(200).json().path("items").size());
  }

  private static String event(String id, String text) {
    return ("{\"type\":\"message\",\"webhookEventId\":\"%s\",\"timestamp\":%d,\"mode\":\"active\","
            + "\"source\":{\"type\":\"user\",\"userId\":\"%s\"},"
            + "\"message\":{\"id\":\"%s\",\"type\":\"text\",\"text\":\"%s\"}}")
        .formatted(id, System.currentTimeMillis(), CUSTOMER, id, text);
  }

  @Test
  void refusesAddressesThatAreNotOfTheOpenInternet(Shop shop) {
    for (String url :
        List.of(
            "http://example.com/",
            "https://10.0.0.1/",
            "https://169.254.169.254/",
            "https://[::ffff:127.0.0.1]/",
            "https://user@example.com/",
            "https://example.com:25/")) {
      Map<String, Object> hook = Map.of("url", url, "events", List.of("message.sent"));
      assertEquals(List.of("/url"), shop.owner.post(ENDPOINTS, hook).is(400).pointers(), url);
      assertEquals(
          List.of("/urls/0"),
          shop.owner
              .put("/channels/" + shop.channelId + "/forwards", Map.of("urls", List.of(url)))
              .is(400)
              .pointers(),
          url);
    }
  }

  @Test
  void isForOwnersAndForWhatIsTheirs(Shop shop) {
    Shop other = Shop.open(shop.system, shop.sandbox);
    String id = endpoint(shop, List.of("message.received")).path("id").asText();
    shop.customerWrites(CUSTOMER, "one");
    String delivery = deliveries(shop, "").getFirst().path("id").asText();

    shop.agent.get(ENDPOINTS).is(403);
    other.owner.get(ENDPOINTS + "/" + id).is(404);
    other.owner.patch(ENDPOINTS + "/" + id, Map.of("status", "disabled")).is(404);
    other.owner.delete(ENDPOINTS + "/" + id).is(404);
    other.owner.post(DELIVERIES + "/" + delivery + "/replay", Map.of()).is(404);
    other.owner.get("/channels/" + shop.channelId + "/forwards").is(404);
    assertEquals(0, deliveries(other, "").size());
    shop.owner.delete(ENDPOINTS + "/" + id).is(204);
  }
}
