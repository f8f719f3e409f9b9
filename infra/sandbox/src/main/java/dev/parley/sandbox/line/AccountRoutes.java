package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.ApiGate.Call;
import dev.parley.sandbox.line.Customers.Standing;
import dev.parley.sandbox.line.Groups.Group;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import dev.parley.sandbox.webhook.WebhookOutcome;
import java.util.Optional;
import java.util.OptionalLong;

/** The endpoints that tell of people, groups, the bot, its quota and its webhook. */
final class AccountRoutes {
  private static final int MAX_URL = 500;

  private final LineWorld world;
  private final Deliveries deliveries;

  AccountRoutes(LineWorld world, Deliveries deliveries) {
    this.world = world;
    this.deliveries = deliveries;
  }

  void addTo(Routes routes, ApiGate gate) {
    String bot = "/v2/bot/";
    routes.on("GET", bot + "profile/{userId}", gate.guard("profile", this::profile));
    routes.on("GET", bot + "group/{groupId}/summary", gate.guard("group", this::group));
    routes.on(
        "GET", bot + "group/{groupId}/member/{userId}", gate.guard("groupMember", this::member));
    routes.on("GET", bot + "group/{groupId}/members/count", gate.guard("group", this::memberCount));
    routes.on("GET", bot + "info", gate.guard("info", this::info));
    routes.on("GET", bot + "message/quota", gate.guard("quota", this::quota));
    routes.on("GET", bot + "message/quota/consumption", gate.guard("quota", this::consumption));
    String webhook = bot + "channel/webhook/";
    routes.on("GET", webhook + "endpoint", gate.guard("webhook", this::endpoint));
    routes.on("PUT", webhook + "endpoint", gate.guard("webhook", this::setEndpoint));
    routes.on("POST", webhook + "test", gate.guard("webhookTest", this::test));
    routes.on("POST", bot + "chat/loading/start", gate.guard("loading", this::loading));
    routes.on("POST", bot + "chat/markAsRead", gate.guard("markAsRead", this::markAsRead));
  }

  private Response profile(Call call) {
    String userId = call.request().value("userId");
    Optional<Standing> standing = world.customers().standing(userId, call.channel().channelId());
    return standing
        .filter(s -> s == Standing.FRIEND)
        .flatMap(s -> world.customers().find(userId))
        .map(customer -> Response.json(200, customer.profile()))
        .orElseGet(AccountRoutes::notFound);
  }

  private Response group(Call call) {
    return find(call)
        .map(g -> Json.object().put("groupId", g.groupId()).put("groupName", g.name()))
        .map(summary -> Response.json(200, summary))
        .orElseGet(AccountRoutes::notFound);
  }

  private Response member(Call call) {
    String userId = call.request().value("userId");
    return find(call)
        .filter(group -> group.members().contains(userId))
        .flatMap(group -> world.customers().find(userId))
        .map(customer -> Response.json(200, customer.memberProfile()))
        .orElseGet(AccountRoutes::notFound);
  }

  private Response memberCount(Call call) {
    return find(call)
        .map(group -> Response.json(200, Json.object().put("count", group.members().size())))
        .orElseGet(AccountRoutes::notFound);
  }

  private Optional<Group> find(Call call) {
    String channelId = call.channel().channelId();
    return world.groups().find(call.request().value("groupId"), channelId);
  }

  private Response info(Call call) {
    String id = call.channel().channelId();
    ObjectNode info = Json.object().put("userId", Ids.bot(id));
    info.put("basicId", "@" + Ids.bot(id).substring(1, 9));
    info.put("displayName", world.channels().name(id));
    return Response.json(200, info.put("chatMode", "bot").put("markAsReadMode", "auto"));
  }

  private Response quota(Call call) {
    OptionalLong limit = world.quotas().limit(call.channel().channelId());
    ObjectNode quota = Json.object().put("type", limit.isPresent() ? "limited" : "none");
    limit.ifPresent(value -> quota.put("value", value));
    return Response.json(200, quota);
  }

  private Response consumption(Call call) {
    long used = world.quotas().used(call.channel().channelId());
    return Response.json(200, Json.object().put("totalUsage", used));
  }

  private Response endpoint(Call call) {
    String url = call.channel().webhookUrl();
    return url == null
        ? notFound()
        : Response.json(200, Json.object().put("endpoint", url).put("active", true));
  }

  private Response setEndpoint(Call call) {
    String url = call.request().object().path("endpoint").asText();
    if (url.length() > MAX_URL || !url.startsWith("http")) {
      return Response.message(400, "Invalid webhook endpoint URL");
    }
    world.channels().put(call.channel().at(url), null);
    return Response.json(200, Json.object());
  }

  private Response test(Call call) {
    String own = call.channel().webhookUrl();
    String url = call.request().object().path("endpoint").asText(own == null ? "" : own);
    if (url.isEmpty()) {
      return notFound();
    }
    WebhookOutcome outcome = deliveries.test(call.channel(), url);
    boolean good = outcome.reason() == null;
    ObjectNode result = Json.object().put("success", good);
    result.put("timestamp", world.clock().instant().toString());
    result.put("statusCode", outcome.status());
    result.put("reason", good ? "OK" : outcome.reason());
    return Response.json(200, result.put("detail", String.valueOf(outcome.status())));
  }

  private Response loading(Call call) {
    int seconds = call.request().object().path("loadingSeconds").asInt(20);
    boolean valid = seconds >= 5 && seconds <= 60 && seconds % 5 == 0;
    return valid
        ? Response.json(202, Json.object())
        : Response.message(
            400,
            "The property, 'loadingSeconds', in the request body is invalid (line: -, column: -)");
  }

  private Response markAsRead(Call call) {
    return call.request().object().path("markAsReadToken").asText().isEmpty()
        ? Response.message(400, "The request body has 1 error(s)")
        : Response.json(200, Json.object());
  }

  private static Response notFound() {
    return Response.message(404, "Not found");
  }
}
