package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.webhook.LineSignature;
import dev.parley.sandbox.web.CallLog;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.webhook.WebhookOutcome;
import dev.parley.sandbox.webhook.WebhookSender;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delivers events to the channels' webhooks and keeps what became of each call. */
final class Deliveries {
  /** An event as it was delivered first. */
  record Delivered(String channelId, ObjectNode event) {}

  private static final int KEPT = 20_000;

  private final LineWorld world;
  private final Arrivals arrivals;
  private final WebhookSender sender;
  private final CallLog log = new CallLog();
  private final Map<String, Delivered> byEvent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Delivered> eldest) {
          return size() > KEPT;
        }
      };

  Deliveries(LineWorld world, WebhookSender sender) {
    this.world = world;
    this.arrivals = new Arrivals(world);
    this.sender = sender;
  }

  /** Lets the events happen and delivers them in one call. */
  ObjectNode deliver(LineChannel channel, Collection<ObjectNode> events) {
    events.forEach(event -> arrive(channel, event));
    return send(channel, body(channel, events), null, false);
  }

  /** Delivers events once more, marked as LINE marks what it delivers again. */
  ObjectNode redeliver(LineChannel channel, Collection<ObjectNode> events) {
    ArrayNode again = Json.array();
    for (ObjectNode event : events) {
      ObjectNode copy = event.deepCopy();
      copy.putObject("deliveryContext").put("isRedelivery", true);
      world.replyTokens().renew(event.path("replyToken").asText());
      again.add(copy);
    }
    return send(channel, Json.bytes(envelope(channel, again)), null, true);
  }

  /** Sends exactly these bytes; the events in them happen if they can be read. */
  ObjectNode raw(
      LineChannel channel, byte[] body, @Nullable JsonNode parsed, @Nullable String signature) {
    if (parsed != null) {
      for (JsonNode event : parsed.path("events")) {
        if (event instanceof ObjectNode object) {
          arrive(channel, object);
        }
      }
    }
    return send(channel, body, signature, false);
  }

  /** The console's check of a webhook: a signed call without events. */
  WebhookOutcome test(LineChannel channel, String url) {
    byte[] body = Json.bytes(envelope(channel, Json.array()));
    return post(url, LineSignature.of(channel.channelSecret(), body), body);
  }

  synchronized Optional<Delivered> find(String webhookEventId) {
    return Optional.ofNullable(byEvent.get(webhookEventId));
  }

  ArrayNode all() {
    return log.all();
  }

  void clear() {
    log.clear();
  }

  private void arrive(LineChannel channel, ObjectNode event) {
    String id = event.path("webhookEventId").asText();
    if (id.isEmpty() || remember(id, new Delivered(channel.channelId(), event))) {
      arrivals.take(channel.channelId(), event);
    }
  }

  private synchronized boolean remember(String id, Delivered delivered) {
    return byEvent.putIfAbsent(id, delivered) == null;
  }

  private static byte[] body(LineChannel channel, Collection<ObjectNode> events) {
    return Json.bytes(envelope(channel, Json.array().addAll(events)));
  }

  private static ObjectNode envelope(LineChannel channel, ArrayNode events) {
    ObjectNode envelope = Json.object().put("destination", Ids.bot(channel.channelId()));
    envelope.set("events", events);
    return envelope;
  }

  private ObjectNode send(
      LineChannel channel, byte[] body, @Nullable String signature, boolean redelivery) {
    String url = channel.webhookUrl();
    String signed = signature == null ? LineSignature.of(channel.channelSecret(), body) : signature;
    WebhookOutcome outcome =
        url == null ? WebhookOutcome.none("no_webhook_url") : post(url, signed, body);
    ObjectNode record = Json.object().put("at", world.clock().instant().toString());
    record.put("channelId", channel.channelId()).put("url", url).put("isRedelivery", redelivery);
    record.put("webhookStatus", outcome.status()).put("reason", outcome.reason());
    record.put("durationMs", outcome.millis()).put("bytes", body.length);
    log.add(record);
    return record;
  }

  private WebhookOutcome post(String url, String signature, byte[] body) {
    Map<String, String> headers =
        Map.of(
            "content-type", "application/json; charset=utf-8",
            "user-agent", "LineBotWebhook/2.0",
            "x-line-signature", signature);
    return sender.post(URI.create(url), headers, body);
  }
}
