package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Aftermath;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate;
import dev.parley.sandbox.meta.GraphGate.Call;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Pace;
import dev.parley.sandbox.meta.People.Relation;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.meta.Talk;
import dev.parley.sandbox.meta.message.PageRules;
import dev.parley.sandbox.meta.message.Param;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code POST /{accountId}/messages} of Messenger and Instagram. */
public final class SendMessages {
  static final GraphError NOBODY =
      GraphError.of(400, 100, 2018001, "(#100) No matching user found");
  static final GraphError BLOCKED =
      GraphError.of(400, 551, 1545041, "(#551) This person isn't available right now.");
  static final GraphError NO_HUMAN_AGENT =
      GraphError.of(
          400, 100, 2018276, "(#100) The app may not use the human agent tag for this page");
  private static final Duration HUMAN_AGENT = Duration.ofDays(7);
  private static final Set<String> MEDIA = Set.of("audio", "video");

  private final MetaWorld<GraphAccount> world;
  private final Dialect dialect;
  private final PageCustoms customs;
  private final Aftermath<GraphAccount> aftermath;
  private final Pace pace;

  public SendMessages(
      MetaWorld<GraphAccount> world,
      Dialect dialect,
      PageCustoms customs,
      Aftermath<GraphAccount> aftermath,
      Pace pace) {
    this.world = world;
    this.dialect = dialect;
    this.customs = customs;
    this.aftermath = aftermath;
    this.pace = pace;
  }

  public void addTo(GraphGate<GraphAccount> gate) {
    gate.on("POST", "/{accountId}/messages", "send", this::send);
  }

  private Response send(Call<GraphAccount> call) {
    Param body = PageRules.read(call.request().body());
    body.only(
        "recipient",
        "message",
        "messaging_type",
        "tag",
        "sender_action",
        "notification_type",
        "reply_to",
        "access_token",
        "persona_id");
    Talk<GraphAccount> talk = new Talk<>(call.account(), recipient(body.object("recipient")));
    if (body.has("sender_action")) {
      return senderAction(body, talk);
    }
    boolean humanAgent = tagged(body);
    Param message = body.object("message");
    dialect.rules().check(message);
    reachable(talk, humanAgent);
    String attachment = message.node().path("attachment").path("type").asText();
    if (MEDIA.contains(attachment)) {
      pace.keep(call.account().id(), "sendMedia");
    }
    return sent(talk, body);
  }

  private Person recipient(Param recipient) {
    recipient.only("id", "comment_id", "post_id", "user_ref", "notification_messages_token");
    if (recipient.oneOf(List.of("id", "comment_id", "post_id", "user_ref")).equals("id")) {
      String id = recipient.text("id");
      return world.people().find(id).orElseThrow(() -> new Refused(NOBODY));
    }
    throw new Refused(NOBODY); // nobody here has commented
  }

  private Response senderAction(Param body, Talk<GraphAccount> talk) {
    body.choice("sender_action", List.of("typing_on", "typing_off", "mark_seen"));
    if (body.has("message")) {
      throw body.wrong("sender_action", "can't be given beside message");
    }
    known(talk);
    return Response.json(200, Json.object().put("recipient_id", talk.person().id()));
  }

  /** Whether the message is one of a human agent; no other tag is left. */
  private static boolean tagged(Param body) {
    body.optionalChoice("messaging_type", List.of("RESPONSE", "UPDATE", "MESSAGE_TAG"));
    boolean must = body.string("messaging_type").equals("MESSAGE_TAG");
    if (must) {
      body.required("tag");
    }
    if (body.has("tag")) {
      body.choice("tag", List.of("HUMAN_AGENT"));
    }
    return body.has("tag");
  }

  private Relation known(Talk<GraphAccount> talk) {
    return world
        .people()
        .relation(talk.person().id(), talk.account().id())
        .orElseThrow(() -> new Refused(NOBODY));
  }

  private void reachable(Talk<GraphAccount> talk, boolean humanAgent) {
    Relation relation = known(talk);
    Instant now = world.clock().instant();
    if (relation.blocked()) {
      throw new Refused(BLOCKED);
    }
    if (humanAgent && !world.switches().humanAgent()) {
      throw new Refused(NO_HUMAN_AGENT);
    }
    boolean open = relation.open(now) || (humanAgent && relation.actedWithin(HUMAN_AGENT, now));
    if (!open) {
      throw new Refused(
          GraphError.of(
              400,
              10,
              dialect.windowSubcode(),
              "(#10) This message is sent outside of allowed window."));
    }
  }

  private Response sent(Talk<GraphAccount> talk, Param body) {
    String id = dialect.messageId(world.ids());
    ObjectNode message = (ObjectNode) body.node().get("message").deepCopy();
    ObjectNode entry = Json.object().put("id", id).put("from", "shop");
    entry.put("at", world.clock().millis()).set("message", message);
    world.chats().add(talk.account().id(), talk.person().id(), entry);
    ObjectNode answer = Json.object().put("recipient_id", talk.person().id());
    Response response = Response.json(200, answer.put("message_id", id));
    return aftermath.of(response, talk.account(), webhooks(talk, id, body.node()));
  }

  private List<ObjectNode> webhooks(Talk<GraphAccount> talk, String id, ObjectNode body) {
    List<ObjectNode> bodies = new ArrayList<>();
    bodies.add(customs.envelope(talk.account(), List.of(echo(talk, id, body))));
    if (dialect.tellsDelivery()) {
      ObjectNode item = customs.item(talk, Json.object());
      ObjectNode delivery = item.putObject("delivery");
      delivery.putArray("mids").add(id);
      delivery.put("watermark", world.clock().millis());
      bodies.add(customs.envelope(talk.account(), List.of(item)));
    }
    return bodies;
  }

  private ObjectNode echo(Talk<GraphAccount> talk, String id, ObjectNode body) {
    ObjectNode item = customs.outgoing(talk, world.clock().millis());
    ObjectNode message = item.putObject("message").put("mid", id).put("is_echo", true);
    dialect.mark(message, true);
    ObjectNode sent = (ObjectNode) body.get("message");
    for (String field : List.of("text", "metadata")) {
      if (sent.hasNonNull(field)) {
        message.set(field, sent.get(field));
      }
    }
    if (sent.hasNonNull("attachment")) {
      message.putArray("attachments").add(sent.get("attachment").deepCopy());
    }
    if (body.path("reply_to").hasNonNull("mid")) {
      message.putObject("reply_to").set("mid", body.get("reply_to").get("mid"));
    }
    return item;
  }
}
