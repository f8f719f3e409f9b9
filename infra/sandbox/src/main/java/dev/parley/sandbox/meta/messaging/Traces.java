package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Act.Trace;
import dev.parley.sandbox.web.Json;
import java.util.List;

/** What acts leave in a chat on Messenger and Instagram. */
final class Traces {
  private Traces() {}

  /** The message of an event as an entry. */
  static Trace message(String from, JsonNode item) {
    JsonNode message = item.path("message");
    ObjectNode entry = Json.object().put("id", message.path("mid").asText()).put("from", from);
    entry.put("at", item.path("timestamp").asLong()).set("message", message.deepCopy());
    return (chats, account, person) -> chats.add(account, person, entry);
  }

  /** A tapped button's title, as the phone shows it. */
  static Trace tapped(String id, long at, String title) {
    ObjectNode entry = Json.object().put("id", id).put("from", "customer").put("at", at);
    entry.putObject("message").put("text", title);
    return (chats, account, person) -> chats.add(account, person, entry);
  }

  static Trace event(String name, long at) {
    ObjectNode entry = Json.object().put("at", at).put("event", name);
    return (chats, account, person) -> chats.add(account, person, entry);
  }

  static Trace unsent(String messageId) {
    return (chats, account, person) -> chats.unsend(account, person, messageId);
  }

  static Trace edited(String messageId, String text) {
    return (chats, account, person) ->
        chats.change(
            account,
            person,
            messageId,
            entry -> {
              if (entry.path("message") instanceof ObjectNode message) {
                message.put("text", text);
              }
            });
  }

  /** Notes something beside messages: that they were read. */
  static Trace marks(List<String> messageIds, String name) {
    return (chats, account, person) ->
        messageIds.forEach(id -> chats.change(account, person, id, entry -> entry.put(name, true)));
  }

  static Trace reaction(String messageId, String emoji) {
    return (chats, account, person) ->
        chats.change(account, person, messageId, entry -> entry.put("reaction", emoji));
  }
}
