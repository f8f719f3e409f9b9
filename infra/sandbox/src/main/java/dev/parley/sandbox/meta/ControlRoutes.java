package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Items;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The control routes that every simulated platform of Meta's has for tests. */
public final class ControlRoutes<A extends Account> {
  private final MetaWorld<A> world;
  private final Customs<A> customs;
  private final Registrar<A> registrar;
  private final Deliveries<A> deliveries;
  private final GraphGate<A> gate;

  public ControlRoutes(
      MetaWorld<A> world,
      Customs<A> customs,
      Registrar<A> registrar,
      Deliveries<A> deliveries,
      GraphGate<A> gate) {
    this.world = world;
    this.customs = customs;
    this.registrar = registrar;
    this.deliveries = deliveries;
    this.gate = gate;
  }

  public void addTo(Routes routes) {
    routes.on("GET", "/channels", request -> Items.of(channels()));
    routes.on("POST", "/channels", this::addChannel);
    routes.on("POST", "/channels/{id}/expire", this::expire);
    routes.on("GET", "/switches", request -> Response.json(200, world.switches().json()));
    routes.on("POST", "/switches", this::set);
    routes.on("GET", "/calls", request -> Items.last(request, gate.log().all()));
    routes.on("DELETE", "/calls", request -> done(gate.log()::clear));
    routes.on("POST", "/behaviour", this::behave);
    routes.on("DELETE", "/behaviour", request -> done(gate.behaviours()::clear));
    routes.on("GET", "/deliveries", request -> Items.last(request, deliveries.all()));
    routes.on("DELETE", "/deliveries", request -> done(deliveries::clear));
    routes.on("POST", "/deliveries", this::deliver);
    routes.on("POST", "/deliveries/{id}/redeliver", this::redeliver);
  }

  private ArrayNode channels() {
    ArrayNode items = Json.array();
    for (A account : world.accounts().all()) {
      ObjectNode item = items.addObject().put("channelId", account.id());
      item.put("displayName", world.accounts().name(account.id()));
      item.put("webhookUrl", account.webhookUrl());
      item.put("subscribed", world.accounts().isSubscribed(account.id()));
      item.setAll(customs.shown(account));
    }
    return items;
  }

  private Response addChannel(Request request) {
    ObjectNode body = request.object();
    A account = customs.account(body, credentials(body));
    boolean answered = registrar.register(account, Fields.text(body, "displayName"));
    return answered
        ? Response.json(201, Json.object().put("channelId", account.id()))
        : Response.message(
            400, "The webhook did not answer the challenge: it is registered but hears nothing");
  }

  private static Credentials credentials(ObjectNode body) {
    return new Credentials(
        Fields.required(body, "accessToken"),
        Fields.required(body, "appSecret"),
        Fields.required(body, "verifyToken"));
  }

  /**
   * Ends the account's token now, or at the {@code at} of the body; or, at its {@code
   * dataAccessAt}, what the token may read.
   */
  private Response expire(Request request) {
    String at = request.object().path("at").asText("");
    String dataAccessAt = request.object().path("dataAccessAt").asText("");
    A account = account(request.value("id"));
    if (!dataAccessAt.isEmpty()) {
      world.accounts().endDataAccess(account, instant(dataAccessAt));
      return Response.noContent();
    }
    world.accounts().expire(account, at.isEmpty() ? world.clock().instant() : instant(at));
    return Response.noContent();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadRequest("at must be a time such as 2026-12-31T00:00:00Z", e);
    }
  }

  private Response set(Request request) {
    world.switches().set(request.object());
    return Response.json(200, world.switches().json());
  }

  private Response behave(Request request) {
    gate.behaviours().add(Behaviour.of(request.object()));
    return Response.noContent();
  }

  /** Delivers {@code {body}} or exactly {@code {rawBody}}; nothing changes here because of it. */
  private Response deliver(Request request) {
    ObjectNode said = request.object();
    A account = account(said.path("channelId").asText(first()));
    byte[] body =
        said.hasNonNull("rawBody")
            ? said.get("rawBody").asText().getBytes(StandardCharsets.UTF_8)
            : EscapedJson.bytes(said.path("body"));
    return Response.json(200, deliveries.raw(account, body, Fields.text(said, "signature")));
  }

  private Response redeliver(Request request) {
    return deliveries
        .redeliver(request.value("id"))
        .map(record -> Response.json(200, record))
        .orElseGet(() -> Response.message(404, "No such delivery"));
  }

  private String first() {
    return world.accounts().all().getFirst().id();
  }

  private A account(String id) {
    return world
        .accounts()
        .find(id)
        .orElseThrow(() -> new BadRequest("There is no channel " + id, null));
  }

  private static Response done(Runnable change) {
    change.run();
    return Response.noContent();
  }
}
