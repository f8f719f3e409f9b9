package dev.parley.platforms.whatsapp;

import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonSlices;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.meta.AccountEvent;
import dev.parley.platforms.meta.MetaJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one webhook call of WhatsApp. Messages and statuses stand in lists beside the
 * contacts that they are of; each becomes an event of its own, which carries its own contact.
 */
public final class WhatsappBody {
  static final String FIELD = "field";
  static final String CONTACT = "contact";
  static final String MESSAGE = "message";
  static final String STATUS = "status";
  static final String ECHO = "echo";
  static final String USER_ID_UPDATE = "userIdUpdate";
  static final String CHANGE = "change";

  /** The lists of a change's value, and what an item of each is called in its event. */
  private static final List<List<String>> LISTS =
      List.of(
          List.of("messages", MESSAGE),
          List.of("statuses", STATUS),
          List.of("message_echoes", ECHO),
          List.of("user_id_update", USER_ID_UPDATE));

  private WhatsappBody() {}

  /** Returns the events in their order, or empty when the body has no list of entries. */
  public static Optional<List<AccountEvent>> events(byte[] body) throws MalformedJson {
    List<String> entries = JsonSlices.ofList(body, "entry");
    if (entries == null) {
      return Optional.empty();
    }
    List<AccountEvent> events = new ArrayList<>();
    for (String entry : entries) {
      List<String> changes =
          MetaJson.object(entry).fields().get("changes") instanceof List<?>
              ? JsonSlices.ofList(bytes(entry), "changes")
              : List.of(entry);
      for (String change : changes == null ? List.<String>of() : changes) {
        addTo(events, change);
      }
    }
    return Optional.of(List.copyOf(events));
  }

  private static void addTo(List<AccountEvent> events, String change) throws MalformedJson {
    JsonObject read = MetaJson.object(change);
    JsonObject value = read.object("value");
    String account = MetaJson.id(value.object("metadata"), "phone_number_id");
    int before = events.size();
    for (List<String> list : LISTS) {
      if (value.fields().get(list.getFirst()) instanceof List<?>) {
        byte[] slice = bytes(String.valueOf(JsonSlices.ofValue(bytes(change), "value")));
        List<String> items = JsonSlices.ofList(slice, list.getFirst());
        Map<String, String> contacts = contacts(value, slice);
        for (String item : items == null ? List.<String>of() : items) {
          events.add(new AccountEvent(account, event(read, list.getLast(), item, contacts)));
        }
      }
    }
    if (events.size() == before) {
      String json = JsonWriter.text(w -> w.raw(CHANGE, change));
      events.add(new AccountEvent(account, new RawEvent(MetaJson.digest(json), null, json)));
    }
  }

  /** Returns the contacts by each of their ids. */
  private static Map<String, String> contacts(JsonObject value, byte[] slice) throws MalformedJson {
    boolean told = value.fields().get("contacts") instanceof List<?>;
    List<String> contacts = told ? JsonSlices.ofList(slice, "contacts") : null;
    Map<String, String> byId = new HashMap<>();
    for (String contact : contacts == null ? List.<String>of() : contacts) {
      JsonObject read = MetaJson.object(contact);
      Stream.of("wa_id", "user_id")
          .map(name -> MetaJson.id(read, name))
          .filter(Objects::nonNull)
          .forEach(id -> byId.putIfAbsent(id, contact));
    }
    return byId;
  }

  private static RawEvent event(
      JsonObject change, String name, String item, Map<String, String> contacts) {
    JsonObject read = MetaJson.object(item);
    String contact = contactOf(read, contacts);
    String json =
        JsonWriter.text(
            w -> {
              w.optional(FIELD, change.text(FIELD));
              if (contact != null) {
                w.raw(CONTACT, contact);
              }
              w.raw(name, item);
            });
    return new RawEvent(
        eventId(MetaJson.object(json), json), WhatsappPeople.group(MetaJson.object(json)), json);
  }

  /** Returns the contact that the item is of; the only one, when the item names nobody. */
  private static @Nullable String contactOf(JsonObject item, Map<String, String> contacts) {
    List<String> ids = WhatsappPeople.ids(item);
    return ids.isEmpty()
        ? only(contacts)
        : ids.stream().map(contacts::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static @Nullable String only(Map<String, String> contacts) {
    List<String> some = contacts.values().stream().distinct().limit(2).toList();
    return some.size() == 1 ? some.getFirst() : null;
  }

  /** Returns what the event is known by when it comes again; a status shares its message's id. */
  static String eventId(JsonObject event, String json) {
    String message = MetaJson.filled(event.object(MESSAGE), "id");
    if (message != null) {
      return message;
    }
    String echo = MetaJson.filled(event.object(ECHO), "id");
    if (echo != null) {
      return echo;
    }
    JsonObject status = event.object(STATUS);
    String of = MetaJson.filled(status, "id");
    return of == null ? MetaJson.digest(json) : of + ":" + status.text("status", "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
