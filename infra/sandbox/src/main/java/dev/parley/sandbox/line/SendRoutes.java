package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.ApiGate.Call;
import dev.parley.sandbox.line.RetryKeys.Accepted;
import dev.parley.sandbox.line.SendRequest.Good;
import dev.parley.sandbox.line.SendRequest.Refused;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The endpoints that send messages: reply, push, multicast, and their dry runs. */
final class SendRoutes {
  static final String RETRY_KEY = "x-line-retry-key";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final Pattern CHAT = Pattern.compile("[UCR][0-9a-f]{32}");
  private static final Set<String> QUOTABLE =
      Set.of("text", "textV2", "sticker", "image", "video", "template", "flex");
  private static final int MAX_RECIPIENTS = 500;
  private static final String NOT_SENT = "Failed to send messages";

  private final LineWorld world;

  SendRoutes(LineWorld world) {
    this.world = world;
  }

  void addTo(Routes routes, ApiGate gate) {
    String messages = "/v2/bot/message/";
    routes.on("POST", messages + "reply", gate.guard("reply", this::reply));
    routes.on("POST", messages + "push", gate.guard("push", this::push));
    routes.on("POST", messages + "multicast", gate.guard("multicast", this::multicast));
    for (String kind : List.of("reply", "push", "multicast", "narrowcast", "broadcast")) {
      routes.on("POST", messages + "validate/" + kind, gate.guard("validate", this::validate));
    }
  }

  private Response reply(Call call) {
    if (call.request().header(RETRY_KEY).isPresent()) {
      return Response.message(400, "The retry key is not supported by this API");
    }
    return onceRead(call, List.of("replyToken"), request -> reply(call, request));
  }

  private Response reply(Call call, Good request) {
    String channelId = call.channel().channelId();
    return world
        .replyTokens()
        .use(request.text("replyToken"), channelId)
        .map(chatId -> Response.json(200, send(channelId, List.of(chatId), request.messages())))
        .orElseGet(() -> Response.message(400, "Invalid reply token"));
  }

  private Response push(Call call) {
    return onceRead(call, List.of("to"), request -> push(call, request));
  }

  private Response push(Call call, Good request) {
    String channelId = call.channel().channelId();
    String chatId = request.text("to");
    if (!CHAT.matcher(chatId).matches()) {
      return invalidProperty("to");
    }
    if (recipients(channelId, chatId).isEmpty()) {
      return Response.message(400, NOT_SENT);
    }
    return onceAccepted(call, List.of(chatId), request);
  }

  private Response multicast(Call call) {
    return onceRead(call, List.of(), request -> multicast(call, request));
  }

  private Response multicast(Call call, Good request) {
    List<String> to = new ArrayList<>();
    for (JsonNode id : request.body().path("to")) {
      to.add(id.asText());
    }
    if (to.isEmpty() || to.size() > MAX_RECIPIENTS || !to.stream().allMatch(this::isUser)) {
      return invalidProperty("to");
    }
    Response response = onceAccepted(call, to, request);
    return response.status() == 200 ? Response.json(200, Json.object()) : response;
  }

  private boolean isUser(String id) {
    return CHAT.matcher(id).matches() && id.startsWith("U");
  }

  private Response validate(Call call) {
    return onceRead(call, List.of(), request -> Response.json(200, Json.object()));
  }

  private static Response onceRead(
      Call call, List<String> required, Function<Good, Response> then) {
    return switch (SendRequest.read(call, required)) {
      case Good good -> then.apply(good);
      case Refused refused -> refused.response();
    };
  }

  /** Sends, unless the retry key says that it is done; one at a time, so that it is done once. */
  private synchronized Response onceAccepted(Call call, List<String> chats, Good request) {
    String channelId = call.channel().channelId();
    String key = call.request().header(RETRY_KEY).orElse("");
    if (key.isEmpty()) {
      return send(call, chats, request, Optional.empty());
    }
    if (!UUID.matcher(key).matches()) {
      return Response.message(400, "The retry key is invalid. It must be a UUID");
    }
    byte[] digest = Ids.sha256(Json.bytes(request.body()));
    Optional<Accepted> before = world.retryKeys().find(channelId, key);
    return before
        .map(accepted -> again(accepted, digest))
        .orElseGet(() -> send(call, chats, request, Optional.of(key)));
  }

  private static Response again(Accepted accepted, byte[] digest) {
    if (!accepted.sameRequest(digest)) {
      return Response.message(400, "The retry key was used for a different request");
    }
    ObjectNode body = Json.object().put("message", "The retry key is already accepted");
    body.setAll(accepted.answer());
    return Response.json(409, body).with("x-line-accepted-request-id", accepted.requestId());
  }

  private Response send(Call call, List<String> chats, Good request, Optional<String> key) {
    String channelId = call.channel().channelId();
    int counted = chats.stream().mapToInt(chat -> reached(channelId, chat)).sum();
    if (!world.quotas().spend(channelId, counted)) {
      return Response.message(429, ApiGate.MONTHLY_LIMIT);
    }
    ObjectNode answer = send(channelId, chats, request.messages());
    byte[] digest = Ids.sha256(Json.bytes(request.body()));
    key.ifPresent(
        k ->
            world
                .retryKeys()
                .accept(
                    channelId,
                    k,
                    new Accepted(call.requestId(), digest, answer, world.clock().instant())));
    return Response.json(200, answer);
  }

  /** Puts the messages on the phones that they reach; what the API answers. */
  private ObjectNode send(String channelId, List<String> chats, ArrayNode messages) {
    ObjectNode answer = Json.object();
    ArrayNode sent = answer.putArray("sentMessages");
    for (JsonNode message : messages) {
      String id = world.ids().message();
      ObjectNode one = sent.addObject().put("id", id);
      if (QUOTABLE.contains(message.path("type").asText())) {
        one.put("quoteToken", world.ids().token());
      }
      for (String chat : chats) {
        if (reached(channelId, chat) > 0) {
          ObjectNode entry = Json.object().put("id", id).put("from", "shop");
          entry.put("at", world.clock().millis()).set("message", message.deepCopy());
          world.chats().add(channelId, chat, entry);
        }
      }
    }
    return answer;
  }

  /** How many people see what is sent to the chat. */
  private int reached(String channelId, String chatId) {
    return (int)
        recipients(channelId, chatId).stream()
            .filter(user -> !chatId.equals(user) || world.customers().reachable(user, channelId))
            .count();
  }

  /** The people in a chat that the channel has to do with; none if it hasn't. */
  private Set<String> recipients(String channelId, String chatId) {
    if (chatId.startsWith("U")) {
      return world.customers().standing(chatId, channelId).isPresent() ? Set.of(chatId) : Set.of();
    }
    return world.groups().find(chatId, channelId).map(Groups.Group::members).orElse(Set.of());
  }

  private static Response invalidProperty(String name) {
    return Response.message(
        400, "The property, '" + name + "', in the request body is invalid (line: -, column: -)");
  }
}
