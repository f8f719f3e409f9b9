package dev.parley.platforms.line;

import dev.parley.domain.id.Ulids;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonSlices;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events of one call of LINE's webhook, each with its raw JSON. */
public final class LineWebhookBody {
  private static final String EVENTS = "events";
  private static final String DELIVERY = "deliveryContext";

  private LineWebhookBody() {}

  /** Returns the events, or empty when the body has no list of events. */
  public static Optional<List<RawEvent>> events(byte[] body) throws MalformedJson {
    List<String> events = JsonSlices.ofList(body, EVENTS);
    if (events == null) {
      return Optional.empty();
    }
    var read = new ArrayList<RawEvent>(events.size());
    for (String event : events) {
      read.add(event(event));
    }
    return Optional.of(List.copyOf(read));
  }

  /**
   * Returns the call as several, each with some of its events as they came, in their order.
   *
   * @param fits whether a body is small enough; of one that isn't only the events go on
   */
  public static List<String> parts(String body, Predicate<String> fits) throws MalformedJson {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    List<String> events = JsonSlices.ofList(bytes, EVENTS);
    List<String> parts = new ArrayList<>();
    if (events == null || events.isEmpty() || fits.test(body)) {
      parts.add(body);
    } else {
      split(Json.readObject(bytes).text("destination"), events, fits, parts);
    }
    return parts;
  }

  private static void split(
      @Nullable String destination,
      List<String> events,
      Predicate<String> fits,
      List<String> parts) {
    String list = "[" + String.join(",", events) + "]";
    String body = JsonWriter.text(w -> w.optional("destination", destination).raw(EVENTS, list));
    if (events.size() == 1 || fits.test(body)) {
      parts.add(body);
    } else {
      int half = events.size() / 2;
      split(destination, events.subList(0, half), fits, parts);
      split(destination, events.subList(half, events.size()), fits, parts);
    }
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
