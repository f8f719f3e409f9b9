package dev.parley.platforms.line;

import dev.parley.domain.id.Ulids;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonSlices;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of one call of LINE's webhook, each with its raw JSON. */
public final class LineWebhookBody {
  private static final String DELIVERY = "deliveryContext";

  private LineWebhookBody() {}

  /** Returns the events, or empty when the body has no list of events. */
  public static Optional<List<RawEvent>> events(byte[] body) throws MalformedJson {
    List<String> events = JsonSlices.ofList(body, "events");
    if (events == null) {
      return Optional.empty();
    }
    var read = new java.util.ArrayList<RawEvent>(events.size());
    for (String event : events) {
      read.add(event(event));
    }
    return Optional.of(List.copyOf(read));
  }

  /** Returns the id of an event that came before, from its JSON as it was kept. */
  static String eventId(String json) {
    try {
      return event(json).id();
    } catch (MalformedJson e) {
      return digest(JsonObject.EMPTY, json); // No call can have carried it.
    }
  }

  private static RawEvent event(String json) throws MalformedJson {
    JsonObject event = Json.read(json) instanceof JsonObject o ? o : JsonObject.EMPTY;
    String id = event.text("webhookEventId");
    var source = LineEvents.source(event);
    return new RawEvent(
        id == null || id.isBlank() ? digest(event, json) : id,
        source == null ? null : source.id(),
        json);
  }

  private static String digest(JsonObject event, String json) {
    if (event.fields().isEmpty()) {
      return HexFormat.of().formatHex(Ulids.sha256(json));
    }
    Map<String, @Nullable Object> stable = new LinkedHashMap<>(event.fields());
    stable.remove(DELIVERY);
    return HexFormat.of().formatHex(Ulids.sha256(JsonWriter.valueText(new JsonObject(stable))));
  }
}
