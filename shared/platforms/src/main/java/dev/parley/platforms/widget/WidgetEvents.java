package dev.parley.platforms.widget;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads the events that the widget's own function queued, those of later versions included. */
public final class WidgetEvents implements EventTranslator {
  @Override
  public InboundEvent translate(ReceivedEvent received) {
    JsonObject event = object(received.raw());
    return new InboundEvent(
        sentAt(event.text(VisitorMessage.SENT_AT), received.receivedAt()),
        source(event.text(VisitorMessage.VISITOR)),
        null,
        meaning(event));
  }

  private static Meaning meaning(JsonObject event) {
    String type = event.text(VisitorMessage.TYPE, "unknown");
    return type.equals(VisitorMessage.MESSAGE)
        ? new Meaning.Said(event.text(VisitorMessage.ID), content(event, type))
        : new Meaning.Other(type);
  }

  private static MessageContent content(JsonObject event, String type) {
    String text = event.text(VisitorMessage.TEXT);
    return text == null ? new Unknown(type) : new Text(text);
  }

  @Override
  public String eventId(String raw) {
    String id = object(raw).text(VisitorMessage.ID);
    return id == null || id.isBlank() ? HexFormat.of().formatHex(Ulids.sha256(raw)) : id;
  }

  private static @Nullable Source source(@Nullable String visitor) {
    return visitor == null || visitor.isBlank() ? null : new Source(Source.Kind.PERSON, visitor);
  }

  private static Instant sentAt(@Nullable String text, Instant receivedAt) {
    try {
      return text == null ? receivedAt : Instant.parse(text);
    } catch (DateTimeException e) {
      return receivedAt; // The function wrote no such event; it is kept whole.
    }
  }

  private static JsonObject object(String raw) {
    try {
      return Json.read(raw) instanceof JsonObject event ? event : JsonObject.EMPTY;
    } catch (MalformedJson e) {
      return JsonObject.EMPTY;
    }
  }
}
