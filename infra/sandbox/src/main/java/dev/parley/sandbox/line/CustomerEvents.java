package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.chat.Contents.Content;
import dev.parley.sandbox.chat.SaidFile;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Json;
import java.util.List;

/** Makes the events that LINE would make of what a customer does. */
final class CustomerEvents {
  private final LineWorld world;

  CustomerEvents(LineWorld world) {
    this.world = world;
  }

  /** An event of that type with all that every event has. */
  ObjectNode event(String type, String userId, JsonNode options) {
    ObjectNode event = Json.object().put("type", type);
    event.put("timestamp", options.path("timestamp").asLong(world.clock().millis()));
    event.set("source", source(userId, options));
    event.put("webhookEventId", world.ids().event());
    event.putObject("deliveryContext").put("isRedelivery", false);
    return event.put("mode", "active");
  }

  ObjectNode answerable(String type, String userId, JsonNode options) {
    return event(type, userId, options).put("replyToken", world.ids().replyToken());
  }

  /** The event of {@code {text | image | … | postback | event}}. */
  ObjectNode message(String userId, ObjectNode said) {
    ObjectNode event = answerable("message", userId, said);
    if (said.has("postback")) {
      JsonNode postback = said.get("postback");
      event.put("type", "postback");
      event.set("postback", postback.isObject() ? postback : data(postback.asText()));
    } else if (said.hasNonNull(kind(said))) {
      event.set("message", content(kind(said), said));
    } else if (!said.has("event")) {
      throw new BadRequest(
          "Say one of text, image, video, audio, file, location, sticker, postback, event", null);
    }
    if (said.has("event")) {
      Json.merge(event, said.get("event"));
    }
    return event;
  }

  private static String kind(ObjectNode said) {
    return List.of("text", "image", "video", "audio", "file", "location", "sticker").stream()
        .filter(said::hasNonNull)
        .findFirst()
        .orElse("");
  }

  private ObjectNode content(String kind, ObjectNode said) {
    ObjectNode content = Json.object().put("type", kind).put("id", world.ids().message());
    JsonNode value = said.get(kind);
    switch (kind) {
      case "text" -> content.put("text", value.asText());
      case "location" -> content.setAll(fields(value));
      case "sticker" -> sticker(content, value);
      case "file" -> file(content, value);
      default -> media(content, kind, value);
    }
    if (!List.of("audio", "file", "location").contains(kind)) {
      content.put("quoteToken", world.ids().token());
    }
    content.put("markAsReadToken", world.ids().token());
    for (String more : List.of("quotedMessageId", "emojis", "mention", "imageSet")) {
      if (said.has(more)) {
        content.set(more, said.get(more));
      }
    }
    return content;
  }

  private static void sticker(ObjectNode content, JsonNode value) {
    content.put("stickerResourceType", "STATIC");
    content.setAll(fields(value));
  }

  private void file(ObjectNode content, JsonNode value) {
    Content file = SaidFile.content("file", value);
    String name = value.isTextual() ? value.asText() : value.path("fileName").asText("file.txt");
    content
        .put("fileName", name)
        .put("fileSize", value.path("fileSize").asLong(file.bytes().length));
    world.contents().put(content.get("id").asText(), file);
  }

  private void media(ObjectNode content, String kind, JsonNode value) {
    String url = value.isTextual() ? value.asText() : value.path("url").asText("");
    ObjectNode provider = content.putObject("contentProvider");
    if (url.startsWith("http")) {
      provider.put("type", "external").put("originalContentUrl", url);
      provider.put("previewImageUrl", value.path("previewImageUrl").asText(url));
    } else {
      provider.put("type", "line");
      world.contents().put(content.get("id").asText(), SaidFile.content(kind, value));
    }
    if (!kind.equals("image")) {
      content.put("duration", value.path("duration").asLong(3000));
    }
  }

  private static ObjectNode source(String userId, JsonNode options) {
    ObjectNode source = Json.object();
    if (options.hasNonNull("groupId")) {
      source.put("type", "group").put("groupId", options.get("groupId").asText());
    } else {
      source.put("type", "user");
    }
    return source.put("userId", userId);
  }

  private static ObjectNode data(String data) {
    return Json.object().put("data", data);
  }

  private static ObjectNode fields(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new BadRequest("must be an object: " + value, null);
  }
}
