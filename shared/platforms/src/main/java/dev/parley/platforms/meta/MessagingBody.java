package dev.parley.platforms.meta;

import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonSlices;
import dev.parley.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of one webhook call of Messenger or Instagram: each entry is of one account and holds
 * lists of events.
 */
public final class MessagingBody {
  static final String ENTRY_TIME = "time";

  private static final List<String> LISTS = List.of("messaging", "standby", "changes");

  private MessagingBody() {}

  /** Returns the events in their order, or empty when the body has no list of entries. */
  public static Optional<List<AccountEvent>> events(byte[] body) throws MalformedJson {
    List<String> entries = JsonSlices.ofList(body, "entry");
    if (entries == null) {
      return Optional.empty();
    }
    List<AccountEvent> events = new ArrayList<>();
    for (String entry : entries) {
      addTo(events, entry);
    }
    return Optional.of(List.copyOf(events));
  }

  private static void addTo(List<AccountEvent> events, String entry) throws MalformedJson {
    JsonObject read = MetaJson.object(entry);
    String account = MetaJson.id(read, "id");
    Instant time = MetaJson.time(read, ENTRY_TIME);
    int before = events.size();
    for (String list : LISTS) {
      if (read.fields().get(list) instanceof List<?>) {
        List<String> items = JsonSlices.ofList(entry.getBytes(StandardCharsets.UTF_8), list);
        for (String item : items == null ? List.<String>of() : items) {
          events.add(new AccountEvent(account, event(timed(item, time))));
        }
      }
    }
    if (events.size() == before) {
      events.add(new AccountEvent(account, event(entry)));
    }
  }

  /**
   * Returns the item, with the time of its entry in front where it has none of its own: the event
   * must have the same time when it comes again.
   */
  private static String timed(String item, @Nullable Instant time) {
    JsonObject event = MetaJson.object(item);
    return time == null
            || event.fields().isEmpty()
            || event.has(ENTRY_TIME)
            || MetaJson.time(event, "timestamp") != null
        ? item
        : "{\"" + ENTRY_TIME + "\":" + time.toEpochMilli() + "," + item.strip().substring(1);
  }

  private static RawEvent event(String json) {
    JsonObject event = MetaJson.object(json);
    return new RawEvent(eventId(event, json), MessagingEvents.person(event), json);
  }

  /**
   * Returns what the event is known by when it comes again. What becomes of a message carries the
   * message's id, too.
   */
  static String eventId(JsonObject event, String json) {
    JsonObject message = event.object("message");
    String mid = MetaJson.filled(message, "mid");
    if (mid != null) {
      return message.isTrue("is_deleted") ? mid + ":deleted" : mid;
    }
    String postback = MetaJson.filled(event.object("postback"), "mid");
    return postback != null ? postback + ":postback" : MetaJson.digest(json);
  }

  /** Returns what an event that came before is known by, from its JSON as it was kept. */
  static @Nullable String eventId(String json) {
    return eventId(MetaJson.object(json), json);
  }
}
