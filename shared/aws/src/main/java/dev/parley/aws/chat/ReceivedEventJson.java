package dev.parley.aws.chat;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.time.Instant;

/** Received events as JSON, in the inbound queue and where they are parked. */
public final class ReceivedEventJson {
  private ReceivedEventJson() {}

  /** Returns the event as text that SQS takes: it refuses two characters that JSON allows. */
  public static String text(ReceivedEvent event) {
    return JsonWriter.text(w -> write(w, event))
        .replace("\uFFFE", "\\ufffe")
        .replace("\uFFFF", "\\uffff");
  }

  private static void write(JsonWriter w, ReceivedEvent event) {
    w.field("merchantId", event.merchantId().value())
        .field("channelId", event.channelId().value())
        .field("channelType", event.channelType().wireName())
        .field("deliveryId", event.deliveryId())
        .field("eventId", event.eventId())
        .optional("sender", event.sender())
        .field("receivedAt", event.receivedAt().toEpochMilli())
        .field("raw", event.raw());
  }

  public static ReceivedEvent read(String text) throws MalformedJson {
    JsonObject json = Json.readObject(text);
    Long receivedAt = json.longValue("receivedAt");
    if (receivedAt == null) {
      throw new MalformedJson("not a received event");
    }
    return new ReceivedEvent(
        new MerchantId(json.requiredText("merchantId")),
        new ChannelId(json.requiredText("channelId")),
        channelType(json.requiredText("channelType")),
        json.requiredText("deliveryId"),
        json.requiredText("eventId"),
        json.text("sender"),
        Instant.ofEpochMilli(receivedAt),
        json.requiredText("raw"));
  }

  private static ChannelType channelType(String name) throws MalformedJson {
    return ChannelType.named(name).orElseThrow(() -> new MalformedJson("unknown type of channel"));
  }
}
