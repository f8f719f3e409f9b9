package dev.parley.platforms.line;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads LINE's events. Messages of known kinds become contents; every other event, and whatever
 * lacks what its kind needs, becomes an unknown one of its type.
 */
public final class LineEvents implements EventTranslator {
  private static final long LATEST_MILLIS = 253_402_300_799_999L;

  @Override
  public InboundEvent translate(ReceivedEvent received) {
    JsonObject event = object(received.raw());
    String token = event.text("replyToken");
    return new InboundEvent(
        sentAt(event, received.receivedAt()),
        source(event),
        token == null || token.isBlank() ? null : token,
        meaning(event));
  }

  private static Meaning meaning(JsonObject event) {
    String type = event.text("type", "unknown");
    return switch (type) {
      case "message" -> said(event.object("message"));
      case "postback" -> new Meaning.Said(null, new Unknown(type));
      case "unsend" -> withdrawn(event.object("unsend").text("messageId"), type);
      default -> new Meaning.Other(type);
    };
  }

  private static Meaning said(JsonObject message) {
    return new Meaning.Said(message.text("id"), content(message));
  }

  private static Meaning withdrawn(@Nullable String messageId, String type) {
    return messageId == null ? new Meaning.Other(type) : new Meaning.Withdrawn(messageId, type);
  }

  @Override
  public String eventId(String raw) {
    return LineWebhookBody.eventId(raw);
  }

  private static JsonObject object(String raw) {
    try {
      return Json.read(raw) instanceof JsonObject event ? event : JsonObject.EMPTY;
    } catch (MalformedJson e) {
      return JsonObject.EMPTY; // It can't have come through the webhook; it is kept whole.
    }
  }

  private static Instant sentAt(JsonObject event, Instant receivedAt) {
    Long millis = event.longValue("timestamp");
    return millis == null || millis < 0 || millis > LATEST_MILLIS
        ? receivedAt
        : Instant.ofEpochMilli(millis);
  }

  static @Nullable Source source(JsonObject event) {
    JsonObject source = event.object("source");
    Source group = source(Source.Kind.GROUP, source.text("groupId"));
    Source room = source(Source.Kind.ROOM, source.text("roomId"));
    if (group != null || room != null) {
      return group != null ? group : room;
    }
    return source(Source.Kind.PERSON, source.text("userId"));
  }

  private static @Nullable Source source(Source.Kind kind, @Nullable String id) {
    return id == null || id.isBlank() ? null : new Source(kind, id);
  }

  private static MessageContent content(JsonObject message) {
    String type = message.text("type", "unknown");
    MessageContent known =
        switch (type) {
          case "text" -> text(message);
          case "image" -> media(MediaKind.IMAGE, message);
          case "video" -> media(MediaKind.VIDEO, message);
          case "audio" -> media(MediaKind.AUDIO, message);
          case "file" -> media(MediaKind.FILE, message);
          case "sticker" -> sticker(message);
          case "location" -> location(message);
          default -> null;
        };
    return known == null ? new Unknown(type) : known;
  }

  private static @Nullable MessageContent text(JsonObject message) {
    String text = message.text("text");
    return text == null ? null : new Text(text);
  }

  /** LINE keeps what a person sent; what an app sent lies where the app says. */
  private static MessageContent media(MediaKind kind, JsonObject message) {
    JsonObject provider = message.object("contentProvider");
    boolean outside = provider.text("type", "line").equals("external");
    return new Media(
        kind,
        outside ? null : message.text("id"),
        outside ? provider.text("originalContentUrl") : null,
        message.text("fileName"),
        message.longValue("fileSize"),
        message.longValue("duration"));
  }

  private static @Nullable MessageContent sticker(JsonObject message) {
    String packageId = message.text("packageId");
    String stickerId = message.text("stickerId");
    return packageId == null || stickerId == null
        ? null
        : new Sticker(packageId, stickerId, message.texts("keywords"), message.text("text"));
  }

  private static @Nullable MessageContent location(JsonObject message) {
    BigDecimal latitude = message.number("latitude");
    BigDecimal longitude = message.number("longitude");
    return latitude == null || longitude == null
        ? null
        : new Location(
            message.text("title"),
            message.text("address"),
            latitude.toPlainString(),
            longitude.toPlainString());
  }
}
