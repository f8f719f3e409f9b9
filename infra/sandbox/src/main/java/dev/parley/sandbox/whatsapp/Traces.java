package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Act.Trace;
import dev.parley.sandbox.web.Json;

/** What acts leave in a chat on WhatsApp. */
final class Traces {
  private Traces() {}

  static Trace message(String from, ObjectNode message, long atMillis) {
    ObjectNode entry = Json.object().put("id", message.path("id").asText()).put("from", from);
    entry.put("at", atMillis).set("message", message.deepCopy());
    return (chats, number, person) -> chats.add(number, person, entry);
  }

  static Trace reaction(String messageId, String emoji) {
    return (chats, number, person) ->
        chats.change(number, person, messageId, entry -> entry.put("reaction", emoji));
  }

  static Trace unsent(String messageId) {
    return (chats, number, person) -> chats.unsend(number, person, messageId);
  }

  static Trace edited(String messageId, String text) {
    return (chats, number, person) ->
        chats.change(
            number,
            person,
            messageId,
            entry -> {
              if (entry.path("message") instanceof ObjectNode message) {
                message.putObject("text").put("body", text);
              }
            });
  }

  static Trace status(String messageId, String status) {
    return (chats, number, person) ->
        chats.change(number, person, messageId, entry -> entry.put("status", status));
  }

  static Trace event(String name, long atMillis) {
    ObjectNode entry = Json.object().put("at", atMillis).put("event", name);
    return (chats, number, person) -> chats.add(number, person, entry);
  }
}
