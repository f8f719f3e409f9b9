package dev.parley.sandbox.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.behaviour.Behaviours;
import dev.parley.sandbox.line.Deliveries.Delivered;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.CallLog;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Items;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The control routes of the simulated LINE that tests use: channels, calls, behaviour, webhooks.
 */
final class ControlRoutes {
  private final LineWorld world;
  private final Deliveries deliveries;
  private final Behaviours behaviours;
  private final CallLog calls;

  ControlRoutes(LineWorld world, Deliveries deliveries, Behaviours behaviours, CallLog calls) {
    this.world = world;
    this.deliveries = deliveries;
    this.behaviours = behaviours;
    this.calls = calls;
  }

  void addTo(Routes routes) {
    routes.on("GET", "/channels", request -> Items.of(channels()));
    routes.on("POST", "/channels", this::addChannel);
    routes.on("GET", "/calls", request -> Items.last(request, calls.all()));
    routes.on("DELETE", "/calls", request -> done(CallLog::clear, calls));
    routes.on("POST", "/behaviour", this::behave);
    routes.on("DELETE", "/behaviour", request -> done(Behaviours::clear, behaviours));
    routes.on("GET", "/deliveries", request -> Items.last(request, deliveries.all()));
    routes.on("DELETE", "/deliveries", request -> done(Deliveries::clear, deliveries));
    routes.on("POST", "/deliveries", this::deliver);
    routes.on("POST", "/deliveries/{eventId}/redeliver", this::redeliver);
  }

  private ArrayNode channels() {
    ArrayNode items = Json.array();
    for (LineChannel channel : world.channels().all()) {
      ObjectNode item = items.addObject().put("channelId", channel.channelId());
      item.put("displayName", world.channels().name(channel.channelId()));
      item.put("botUserId", Ids.bot(channel.channelId())).put("webhookUrl", channel.webhookUrl());
    }
    return items;
  }

  private Response addChannel(Request request) {
    ObjectNode body = request.object();
    String id = Fields.required(body, "channelId");
    String secret = Fields.required(body, "channelSecret");
    String token = Fields.required(body, "channelAccessToken");
    world
        .channels()
        .put(
            new LineChannel(id, secret, token, Fields.text(body, "webhookUrl")),
            Fields.text(body, "displayName"));
    if (body.hasNonNull("monthlyLimit")) {
      world.quotas().limit(id, body.get("monthlyLimit").asLong());
    }
    world.chats().touch();
    return Response.json(201, Json.object().put("channelId", id).put("botUserId", Ids.bot(id)));
  }

  private Response behave(Request request) {
    ObjectNode body = request.object();
    if (body.path("monthlyLimit").asBoolean(false)) {
      body.put("status", 429).put("message", ApiGate.MONTHLY_LIMIT);
    }
    behaviours.add(Behaviour.of(body));
    return Response.noContent();
  }

  private Response deliver(Request request) {
    ObjectNode body = request.object();
    LineChannel channel = channel(body);
    String signature = Fields.text(body, "signature");
    if (body.hasNonNull("rawBody")) {
      byte[] raw = body.get("rawBody").asText().getBytes(StandardCharsets.UTF_8);
      return Response.json(200, deliveries.raw(channel, raw, readable(raw), signature));
    }
    ObjectNode envelope = Json.object();
    envelope.put("destination", body.path("destination").asText(Ids.bot(channel.channelId())));
    envelope.set("events", body.has("events") ? body.get("events") : Json.array());
    byte[] raw = Json.bytes(envelope);
    return Response.json(200, deliveries.raw(channel, raw, envelope, signature));
  }

  private Response redeliver(Request request) {
    return deliveries
        .find(request.value("eventId"))
        .map(this::again)
        .orElseGet(() -> Response.message(404, "No such event"));
  }

  private Response again(Delivered delivered) {
    LineChannel channel = channel(Json.object().put("channelId", delivered.channelId()));
    return Response.json(200, deliveries.redeliver(channel, List.of(delivered.event())));
  }

  /** The channel that the body names, the demo's if it names none. */
  private LineChannel channel(ObjectNode body) {
    String id = body.path("channelId").asText(SimulatedLine.DEMO.channelId());
    return world
        .channels()
        .find(id)
        .orElseThrow(() -> new BadRequest("There is no channel " + id, null));
  }

  private static @Nullable JsonNode readable(byte[] raw) {
    try {
      return Json.parse(raw);
    } catch (JsonProcessingException e) {
      return null; // sent as it is; it changes nothing here
    }
  }

  private static <T> Response done(Consumer<T> change, T of) {
    change.accept(of);
    return Response.noContent();
  }
}
