package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.Customers.Standing;
import dev.parley.sandbox.web.Json;
import java.time.Instant;

/** What an event changes on LINE's own side before the webhook hears of it. */
final class Arrivals {
  private final LineWorld world;

  Arrivals(LineWorld world) {
    this.world = world;
  }

  void take(String channelId, JsonNode event) {
    JsonNode source = event.path("source");
    String userId = source.path("userId").asText("");
    String chatId = chatId(source);
    if (!userId.isEmpty()) {
      world.customers().ensure(userId, channelId);
    }
    if (!chatId.isEmpty() && !chatId.equals(userId)) {
      world.groups().join(chatId, channelId, userId);
    }
    if (event.hasNonNull("replyToken")) {
      Instant occurred =
          Instant.ofEpochMilli(event.path("timestamp").asLong(world.clock().millis()));
      String token = event.get("replyToken").asText();
      world.replyTokens().issue(token, channelId, chatId, occurred);
    }
    change(channelId, userId, chatId, event);
  }

  private void change(String channelId, String userId, String chatId, JsonNode event) {
    switch (event.path("type").asText()) {
      case "message" -> message(channelId, userId, chatId, event);
      case "follow" -> stand(channelId, userId, Standing.FRIEND, event);
      case "unfollow" -> stand(channelId, userId, Standing.BLOCKED, event);
      case "unsend" -> unsend(channelId, chatId, event.path("unsend").path("messageId").asText());
      default -> note(channelId, chatId, event);
    }
  }

  private void message(String channelId, String userId, String chatId, JsonNode event) {
    if (chatId.equals(userId)) {
      world.customers().wrote(userId, channelId);
    }
    ObjectNode entry = entry(event).put("from", "customer").put("userId", userId);
    entry.put("id", event.path("message").path("id").asText());
    entry.set("message", event.path("message").deepCopy());
    world.chats().add(channelId, chatId, entry);
  }

  private void stand(String channelId, String userId, Standing standing, JsonNode event) {
    world.customers().stand(userId, channelId, standing);
    note(channelId, userId, event);
  }

  private void unsend(String channelId, String chatId, String messageId) {
    world.contents().remove(messageId);
    world.chats().unsend(channelId, chatId, messageId);
  }

  private void note(String channelId, String chatId, JsonNode event) {
    world.chats().add(channelId, chatId, entry(event).put("event", event.path("type").asText()));
  }

  private ObjectNode entry(JsonNode event) {
    return Json.object().put("at", event.path("timestamp").asLong(world.clock().millis()));
  }

  /** The id of the group or room, or of the user if it is a chat of two. */
  private static String chatId(JsonNode source) {
    for (String name : new String[] {"groupId", "roomId", "userId"}) {
      if (source.hasNonNull(name)) {
        return source.get(name).asText();
      }
    }
    return "";
  }
}
