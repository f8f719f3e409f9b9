package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.Customers.Standing;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Items;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The control routes that play a customer: who there is, what they do, what they see. */
final class CustomerRoutes {
  private static final Pattern USER = Pattern.compile("U[0-9a-f]{32}");
  private static final int MAX_EVENTS = 100;
  private static final long MAX_WAIT_MILLIS = 25_000;

  private final LineWorld world;
  private final Deliveries deliveries;
  private final CustomerEvents events;

  CustomerRoutes(LineWorld world, Deliveries deliveries) {
    this.world = world;
    this.deliveries = deliveries;
    this.events = new CustomerEvents(world);
  }

  void addTo(Routes routes) {
    routes.on("GET", "/customers", request -> Response.json(200, phones(0, "")));
    routes.on("POST", "/customers", this::add);
    routes.on("GET", "/customers/{id}/messages", this::seen);
    routes.on("POST", "/customers/{id}/messages", this::say);
    routes.on("POST", "/customers/{id}/group", this::sayInGroup);
    routes.on("POST", "/customers/{id}/follow", this::follow);
    routes.on("POST", "/customers/{id}/block", this::block);
    routes.on("POST", "/customers/{id}/unsend", this::unsend);
    routes.on("GET", "/phones", this::watch);
    routes.on("GET", "/contents/{messageId}", this::content);
  }

  /** Makes a customer, a friend of the channel; an id that is known is changed. */
  private Response add(Request request) {
    ObjectNode body = request.object();
    String id = body.hasNonNull("id") ? checked(body.get("id").asText()) : world.ids().user();
    LineChannel channel = channel(id, body);
    world.customers().ensure(id, channel.channelId());
    String name = body.path("displayName").asText(name(id));
    Customer customer =
        new Customer(
            id,
            name,
            Fields.text(body, "pictureUrl"),
            Fields.text(body, "statusMessage"),
            Fields.text(body, "language"));
    world.customers().put(customer);
    world.chats().touch();
    return Response.json(201, customer.profile().put("channelId", channel.channelId()));
  }

  private Response seen(Request request) {
    String id = checked(request.value("id"));
    ArrayNode all = Json.array();
    String only = request.query().getOrDefault("channelId", "");
    for (String channelId : world.customers().channels(id)) {
      if (only.isEmpty() || only.equals(channelId)) {
        all.addAll(world.chats().of(channelId, id));
      }
    }
    return Items.of(all);
  }

  private Response say(Request request) {
    return say(checked(request.value("id")), request.object());
  }

  private Response sayInGroup(Request request) {
    ObjectNode said = request.object();
    if (!said.hasNonNull("groupId")) {
      said.put("groupId", world.ids().group());
    }
    return say(checked(request.value("id")), said);
  }

  private Response say(String userId, ObjectNode said) {
    LineChannel channel = channel(userId, said);
    boolean alone = !said.hasNonNull("groupId");
    if (alone && standing(userId, channel) == Standing.BLOCKED) {
      return Response.message(409, "The customer has blocked this channel: follow first");
    }
    int count = Math.clamp(said.path("count").asInt(1), 1, MAX_EVENTS);
    List<ObjectNode> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(events.message(userId, said));
    }
    showTapped(channel, userId, said);
    ObjectNode answer = deliver(channel, made);
    if (said.path("redeliver").asBoolean(false)) {
      answer.set("redelivery", deliveries.redeliver(channel, made));
    }
    return Response.json(200, answer);
  }

  /** A postback's {@code displayText} stands in the chat; the webhook does not hear of it. */
  private void showTapped(LineChannel channel, String userId, ObjectNode said) {
    if (said.has("postback") && said.hasNonNull("displayText")) {
      ObjectNode entry = Json.object().put("id", world.ids().message()).put("from", "customer");
      entry.put("userId", userId).put("at", world.clock().millis());
      entry.putObject("message").put("type", "text").set("text", said.get("displayText"));
      world.chats().add(channel.channelId(), userId, entry);
    }
  }

  private Response follow(Request request) {
    String userId = checked(request.value("id"));
    LineChannel channel = channel(userId, request.object());
    boolean unblocked = standing(userId, channel) == Standing.BLOCKED;
    ObjectNode event = events.answerable("follow", userId, request.object());
    event.putObject("follow").put("isUnblocked", unblocked);
    return Response.json(200, deliver(channel, List.of(event)));
  }

  private Response block(Request request) {
    String userId = checked(request.value("id"));
    LineChannel channel = channel(userId, request.object());
    ObjectNode event = events.event("unfollow", userId, request.object());
    return Response.json(200, deliver(channel, List.of(event)));
  }

  private Response unsend(Request request) {
    String userId = checked(request.value("id"));
    ObjectNode body = request.object();
    ObjectNode event = events.event("unsend", userId, body);
    event.putObject("unsend").put("messageId", body.path("messageId").asText());
    return Response.json(200, deliver(channel(userId, body), List.of(event)));
  }

  private ObjectNode deliver(LineChannel channel, List<ObjectNode> made) {
    ObjectNode record = deliveries.deliver(channel, made);
    ObjectNode answer = record.deepCopy();
    ObjectNode first = made.getFirst();
    answer.put("webhookEventId", first.path("webhookEventId").asText());
    answer.put("messageId", first.path("message").path("id").asText(null));
    answer.put("replyToken", first.path("replyToken").asText(null));
    ArrayNode all = answer.putArray("events");
    made.forEach(all::add);
    return answer;
  }

  /** All phones, {@code customer}'s with its chats, once something changed after {@code after}. */
  private Response watch(Request request) {
    long after = Fields.number(request, "after", -1);
    long wait = Math.min(Fields.number(request, "waitMs", 0), MAX_WAIT_MILLIS);
    long revision = world.chats().await(after, wait);
    return Response.json(200, phones(revision, request.query().getOrDefault("customer", "")));
  }

  private ObjectNode phones(long revision, String opened) {
    ObjectNode all = Json.object().put("revision", revision);
    ArrayNode items = all.putArray("items");
    for (Customer customer : world.customers().all()) {
      ObjectNode item = customer.profile();
      ArrayNode chats = item.putArray("channels");
      for (String channelId : world.customers().channels(customer.userId())) {
        chats.add(chat(channelId, customer.userId(), opened));
      }
      items.add(item);
    }
    return all;
  }

  private ObjectNode chat(String channelId, String userId, String opened) {
    ObjectNode chat = world.chats().summary(channelId, userId).put("channelId", channelId);
    chat.put("displayName", world.channels().name(channelId));
    String standing =
        world.customers().standing(userId, channelId).orElse(Standing.STRANGER).name();
    chat.put("standing", standing.toLowerCase(Locale.ROOT));
    if (opened.equals(userId)) {
      chat.set("entries", world.chats().of(channelId, userId));
    }
    return chat;
  }

  /** A file that a customer sent, for the page. */
  private Response content(Request request) {
    return world
        .contents()
        .find(request.value("messageId"))
        .map(content -> Response.of(200, content.type(), content.bytes()))
        .orElseGet(() -> Response.message(404, "Not found"));
  }

  /** The channel that the body names, else the customer's last, else the demo's. */
  private LineChannel channel(String userId, ObjectNode body) {
    List<String> own = world.customers().channels(userId);
    String usual = own.isEmpty() ? SimulatedLine.DEMO.channelId() : own.getLast();
    String id = body.path("channelId").asText(usual);
    return world
        .channels()
        .find(id)
        .orElseThrow(() -> new BadRequest("There is no channel " + id, null));
  }

  private @Nullable Standing standing(String userId, LineChannel channel) {
    return world.customers().standing(userId, channel.channelId()).orElse(null);
  }

  private String name(String userId) {
    return world.customers().find(userId).map(Customer::displayName).orElse("Customer");
  }

  private static String checked(String userId) {
    if (!USER.matcher(userId).matches()) {
      throw new BadRequest("A LINE user id is U and 32 hexadecimal digits: " + userId, null);
    }
    return userId;
  }
}
