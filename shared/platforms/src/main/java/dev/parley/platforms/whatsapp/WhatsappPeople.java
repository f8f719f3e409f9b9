package dev.parley.platforms.whatsapp;

import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.json.JsonObject;
import dev.parley.platforms.meta.MetaJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event of WhatsApp is about. A person is called by a phone number, by a user id that is
 * the business's own, or by both, and either can change.
 */
final class WhatsappPeople {
  private WhatsappPeople() {}

  /**
   * Returns what keeps the events of one person or group in order: the user id where it is told,
   * since nearly all events tell it; {@code null}: nobody's.
   */
  static @Nullable String group(JsonObject event) {
    Source source = source(event);
    if (source == null || source.otherIds() == null) {
      return source == null ? null : source.id();
    }
    return source.otherIds().stream()
        .filter(id -> id.indexOf('.') > 0)
        .findFirst()
        .orElse(source.id());
  }

  static @Nullable Source source(JsonObject event) {
    JsonObject message = event.object(WhatsappBody.MESSAGE);
    String group = MetaJson.id(message, "group_id");
    if (group != null) {
      return new Source(Source.Kind.GROUP, group);
    }
    Set<String> ids = new LinkedHashSet<>(sender(message, event.object(WhatsappBody.CONTACT)));
    ids.addAll(ids(event.object(WhatsappBody.STATUS)));
    add(ids, event.object(WhatsappBody.ECHO), "to");
    add(ids, event.object(WhatsappBody.ECHO), "to_user_id");
    JsonObject update = event.object(WhatsappBody.USER_ID_UPDATE);
    add(ids, update, "wa_id");
    Stream.of("current", "previous").forEach(name -> add(ids, update.object("user_id"), name));
    if (!event.object(WhatsappBody.STATUS).fields().isEmpty()
        && "group".equals(event.object(WhatsappBody.STATUS).text("recipient_type"))) {
      return ids.isEmpty() ? null : new Source(Source.Kind.GROUP, ids.iterator().next());
    }
    return person(ids, event.object(WhatsappBody.CONTACT));
  }

  /**
   * Returns the ids of whom a message is from. Its contact tells when the message does not, as one
   * that answers a request for a phone number; what WhatsApp itself says is then nobody's.
   */
  private static Set<String> sender(JsonObject message, JsonObject contact) {
    Set<String> ids = new LinkedHashSet<>();
    if (!ids(message).isEmpty()) {
      JsonObject system = message.object("system");
      Stream.of("new_wa_id", "wa_id", "user_id").forEach(name -> add(ids, system, name));
      ids.addAll(ids(message));
    } else if (!message.fields().isEmpty() && !message.has("system")) {
      Stream.of("wa_id", "user_id").forEach(name -> add(ids, contact, name));
    }
    return ids;
  }

  private static @Nullable Source person(Set<String> ids, JsonObject contact) {
    if (ids.isEmpty()) {
      return null;
    }
    add(ids, contact, "user_id");
    List<String> all = List.copyOf(ids);
    return new Source(Source.Kind.PERSON, all.getFirst(), all.subList(1, all.size()));
  }

  private static void add(Set<String> ids, JsonObject json, String name) {
    String id = MetaJson.id(json, name);
    if (id != null) {
      ids.add(id);
    }
  }

  /** Returns the ids of the person that a message is from, or a status is of. */
  static List<String> ids(JsonObject item) {
    List<String> ids = new ArrayList<>();
    Stream.of("from", "from_user_id", "recipient_id", "recipient_user_id", "wa_id")
        .map(name -> MetaJson.id(item, name))
        .filter(Objects::nonNull)
        .forEach(ids::add);
    return ids;
  }

  static @Nullable Profile profile(JsonObject event) {
    if (event.object(WhatsappBody.MESSAGE).has("group_id")) {
      return null;
    }
    String name = event.object(WhatsappBody.CONTACT).object("profile").text("name", "");
    return name.isBlank() ? null : new Profile(name, null);
  }
}
