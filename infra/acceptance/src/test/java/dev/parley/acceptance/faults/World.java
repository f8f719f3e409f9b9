package dev.parley.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.acceptance.Answer;
import dev.parley.acceptance.Http;
import dev.parley.acceptance.RunningParley;
import dev.parley.acceptance.Teas;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A merchant of its own with one customer on LINE, in which a flow is tried. */
final class World {
  private static final String PHONE = "Mozilla/5.0 (iPhone) Line/14.0";

  private final RunningParley parley;
  final Http system;
  final Http sandbox;
  final Http owner;
  final String merchantId;
  final String channelId;
  final String customer;
  final List<String> productIds = new ArrayList<>();
  final List<String> links = new ArrayList<>();
  final Map<String, String> notes = new LinkedHashMap<>();
  int taps;

  World(RunningParley parley) {
    this.parley = parley;
    this.system = parley.api();
    this.sandbox = parley.sandbox();
    String tag = UUID.randomUUID().toString().replace("-", "");
    this.channelId = "shop-" + tag.substring(0, 12);
    this.customer = "U" + tag;
    JsonNode made =
        system
            .post(
                "/_local/merchants",
                Map.of(
                    "name", "茶行",
                    "timeZone", "Asia/Taipei",
                    "currency", "TWD",
                    "locale", "zh-TW"))
            .is(200)
            .json();
    this.merchantId = made.path("merchantId").asText();
    this.owner = system.key(made.path("ownerKey").asText());
  }

  Answer connect() {
    return owner.put(
        "/channels/" + channelId,
        Map.of(
            "type",
            "line",
            "name",
            "茶行 LINE",
            "credentials",
            Map.of("channelSecret", "s" + channelId, "channelAccessToken", "t" + channelId)));
  }

  void connected() {
    connect().is(200);
    sandbox
        .post(
            "/_sandbox/line/channels",
            Map.of(
                "channelId", channelId,
                "channelSecret", "s" + channelId,
                "channelAccessToken", "t" + channelId,
                "webhookUrl", system.base() + "/webhooks/line/" + channelId))
        .is(201);
  }

  Answer putProducts() {
    Answer put = owner.put("/products", Teas.items());
    productIds.clear();
    put.json().path("items").forEach(item -> productIds.add(item.path("id").asText()));
    return put;
  }

  /** The customer writes; returns whether LINE's webhook call was answered well. */
  boolean customerWrites(String text) {
    Answer said =
        sandbox
            .post(
                "/_sandbox/line/customers/" + customer + "/messages",
                Map.of("text", text, "channelId", channelId))
            .is(200);
    notes.put("event", said.text("/webhookEventId"));
    return said.json().path("webhookStatus").asInt() == 200;
  }

  /** LINE delivers the last event again. */
  boolean redelivered() {
    return sandbox
            .post("/_sandbox/line/deliveries/" + notes.get("event") + "/redeliver", Map.of())
            .is(200)
            .json()
            .path("webhookStatus")
            .asInt()
        == 200;
  }

  String conversation() {
    return notes.computeIfAbsent(
        "conversation", name -> owner.get("/conversations").is(200).text("/items/0/id"));
  }

  Answer say(String text) {
    return once("say").post("/conversations/" + conversation() + "/messages", Map.of("text", text));
  }

  Answer sendCards() {
    Answer sent =
        once("cards")
            .post("/referrals", Map.of("conversationId", conversation(), "productIds", productIds));
    if (sent.status() == 202) {
      links.clear();
      sent.json().path("links").forEach(link -> links.add(link.path("url").asText()));
    }
    return sent;
  }

  Answer tap(int link) {
    taps++;
    return system.with("user-agent", PHONE).get(links.get(link));
  }

  String token(int link) {
    String url = links.get(link);
    return url.substring(url.lastIndexOf('/') + 1);
  }

  Answer order(String id, Map<String, Object> more) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("orderId", id);
    order.put("source", "webshop");
    order.put("currency", "TWD");
    order.put("total", "1290.00");
    order.put("placedAt", notes.computeIfAbsent("placedAt", name -> now().toString()));
    order.put("status", "paid");
    order.putAll(more);
    return owner.put("/external-orders", Map.of("orders", List.of(order)));
  }

  /** Returns the head of the conversation as it is stored. */
  JsonNode head() {
    return parley.dynamo("GetItem", "ConversationsTable", Map.of("Key", key("H"))).path("Item");
  }

  void putHead(JsonNode head) {
    parley.dynamo("PutItem", "ConversationsTable", Map.of("Item", head));
  }

  /** Makes the message what a version would have made of it that knows no texts. */
  void forget(String messageId) {
    Map<String, Object> values =
        Map.of(
            ":kind", Map.of("S", "unknown"),
            ":content", Map.of("S", "{\"is\":\"unknown\",\"rawType\":\"text\"}"));
    parley.dynamo(
        "UpdateItem",
        "MessagesTable",
        Map.of(
            "Key",
            key(messageId),
            "UpdateExpression",
            "SET kind = :kind, content = :content",
            "ExpressionAttributeValues",
            values));
  }

  private Map<String, Object> key(String sk) {
    return Map.of("pk", Map.of("S", merchantId + "#" + conversation()), "sk", Map.of("S", sk));
  }

  /** Replays the hour before, the same one each time. */
  Answer replay() {
    String to = notes.computeIfAbsent("replayedTo", name -> now().toString());
    String from = Instant.parse(to).minus(Duration.ofHours(1)).toString();
    Answer started =
        once("replay").post("/replays", Map.of("channelId", channelId, "from", from, "to", to));
    notes.put("replay", started.text("/id"));
    return started;
  }

  /** The orders from now on are placed so much later than they are told. */
  void placeOrdersIn(Duration later) {
    notes.put("placedAt", now().plus(later).toString());
  }

  /** Returns the days for a report that holds whatever the flow does, whenever the day ends. */
  String days() {
    LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
    return "from=" + today.minusDays(1) + "&to=" + today.plusDays(2);
  }

  /** The owner's requests under one idempotency key. */
  Http once(String key) {
    return owner.with("idempotency-key", key);
  }

  private Instant now() {
    return Instant.parse(system.get("/_local/clock").is(200).text("/now"));
  }

  /** Waits until nothing happens before the clock moves; returns whether nothing waits either. */
  boolean rest() {
    return system
        .get("/_local/idle?until=rest&timeoutMs=30000")
        .is(200)
        .json()
        .path("idle")
        .asBoolean();
  }
}
