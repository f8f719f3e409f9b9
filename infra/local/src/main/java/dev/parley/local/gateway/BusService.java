package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The event buses: what was put on them, handed to the rules that match. */
public final class BusService implements AwsService {
  private static final int KEPT = 1000;

  private final Set<String> buses;
  private final String region;
  private final String account;
  private final InstantSource clock;
  private final BiConsumer<String, ObjectNode> rules;
  private final Deque<ObjectNode> events = new ArrayDeque<>();

  /**
   * @param rules takes the bus's name and the event
   */
  public BusService(
      Set<String> buses,
      String region,
      String account,
      InstantSource clock,
      BiConsumer<String, ObjectNode> rules) {
    this.buses = buses;
    this.region = region;
    this.account = account;
    this.clock = clock;
    this.rules = rules;
  }

  @Override
  public Answer answer(String operation, byte[] body) {
    if (!operation.equals("PutEvents")) {
      return Answer.of(
          ErrorReplies.aws(400, "com.amazonaws.events#UnknownOperationException", operation));
    }
    ArrayNode results = Json.array();
    int failed = 0;
    for (JsonNode entry : Json.parse(body).path("Entries")) {
      ObjectNode result = put(entry);
      failed += result.has("ErrorCode") ? 1 : 0;
      results.add(result);
    }
    ObjectNode answer = Json.object().put("FailedEntryCount", failed);
    answer.set("Entries", results);
    return Answer.of(Reply.amazonJson(200, answer));
  }

  private ObjectNode put(JsonNode entry) {
    String given = entry.path("EventBusName").asText("default");
    String bus = given.substring(given.lastIndexOf('/') + 1);
    JsonNode detail =
        Json.tryParse(Json.bytes(entry.path("Detail")))
            .flatMap(
                text ->
                    Json.tryParse(text.asText().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .orElseGet(Json::array);
    if (!detail.isObject()) {
      return Json.object().put("ErrorCode", "MalformedDetail").put("ErrorMessage", "Detail");
    }
    ObjectNode event = event(entry, detail);
    if (buses.contains(bus)) {
      remember(bus, event);
      rules.accept(bus, event);
    }
    return Json.object().put("EventId", event.path("id").asText());
  }

  private ObjectNode event(JsonNode entry, JsonNode detail) {
    ObjectNode event =
        Json.object()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", entry.path("DetailType").asText())
            .put("source", entry.path("Source").asText())
            .put("account", account)
            .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", region);
    event.putArray("resources").addAll((ArrayNode) entry.withArray("Resources"));
    event.set("detail", detail);
    return event;
  }

  private synchronized void remember(String bus, ObjectNode event) {
    ObjectNode kept = Json.object().put("bus", bus);
    kept.setAll(event);
    events.addFirst(kept);
    if (events.size() > KEPT) {
      events.removeLast();
    }
  }

  /** The events put, newest first. */
  public synchronized ArrayNode events() {
    ArrayNode all = Json.array();
    events.forEach(all::add);
    return all;
  }
}
