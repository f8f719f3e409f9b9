package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Items;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The control routes that play a customer: who there is and what they do. */
public final class CustomerRoutes<A extends Account> {
  private static final int MAX_EVENTS = 1000;

  private final MetaWorld<A> world;
  private final Customs<A> customs;
  private final Deliveries<A> deliveries;

  public CustomerRoutes(MetaWorld<A> world, Customs<A> customs, Deliveries<A> deliveries) {
    this.world = world;
    this.customs = customs;
    this.deliveries = deliveries;
  }

  public void addTo(Routes routes) {
    routes.on("POST", "/customers", this::add);
    routes.on("GET", "/customers/{id}/messages", this::seen);
    routes.on("POST", "/customers/{id}/messages", this::say);
    routes.on("POST", "/customers/{id}/echo", this::echo);
    routes.on("POST", "/customers/{id}/unsend", this::unsend);
    routes.on("POST", "/customers/{id}/edit", this::edit);
    routes.on("POST", "/customers/{id}/read", this::read);
    routes.on("POST", "/customers/{id}/block", request -> block(request, true));
    routes.on("POST", "/customers/{id}/unblock", request -> block(request, false));
  }

  /** The account that the body names, else the customer's last, else the first of all. */
  public Talk<A> talk(Request request, ObjectNode body) {
    String personId = request.value("id");
    List<String> own = world.people().accounts(personId);
    String usual = own.isEmpty() ? world.accounts().all().getFirst().id() : own.getLast();
    String id = body.path("channelId").asText(usual);
    A account =
        world
            .accounts()
            .find(id)
            .orElseThrow(() -> new BadRequest("There is no channel " + id, null));
    world.people().meet(personId, id);
    return new Talk<>(account, person(personId, Json.object()));
  }

  /** Lets something happen and delivers it; what the control route answers. */
  public ObjectNode happen(Talk<A> talk, List<Act> acts) {
    List<ObjectNode> events = new ArrayList<>();
    for (Act act : acts) {
      if (act.opens().isPositive()) {
        world.people().acted(talk.person().id(), talk.account().id(), act.opens());
      }
      act.trace().leave(world.chats(), talk.account().id(), talk.person().id());
      events.add(act.event());
    }
    ObjectNode answer =
        deliveries.deliver(talk.account(), customs.envelope(talk.account(), events));
    answer.put("messageId", acts.getFirst().id());
    ArrayNode all = answer.putArray("events");
    events.forEach(all::add);
    return answer;
  }

  private Response add(Request request) {
    ObjectNode body = request.object();
    String id = body.path("id").asText(world.ids().number());
    Person person = person(id, body);
    Talk<A> talk = talk(request.withValues(Map.of("id", id)), body);
    world.chats().touch();
    ObjectNode answer = Phones.profile(person, customs);
    return Response.json(201, answer.put("channelId", talk.account().id()));
  }

  private Person person(String id, ObjectNode body) {
    Person person = customs.person(id, body, world.people().find(id));
    world.people().put(person);
    return person;
  }

  private Response seen(Request request) {
    String id = request.value("id");
    String only = request.query().getOrDefault("channelId", "");
    ArrayNode all = Json.array();
    for (String accountId : world.people().accounts(id)) {
      if (only.isEmpty() || only.equals(accountId)) {
        all.addAll(world.chats().of(accountId, id));
      }
    }
    return Items.of(all);
  }

  private Response say(Request request) {
    ObjectNode said = request.object();
    Talk<A> talk = talk(request, said);
    if (isBlocked(talk)) {
      return Response.message(409, "The customer has blocked this account: unblock first");
    }
    int count = Math.clamp(said.path("count").asInt(1), 1, MAX_EVENTS);
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      acts.add(customs.say(talk, said));
    }
    ObjectNode answer = happen(talk, acts);
    if (said.path("redeliver").asBoolean(false)) {
      deliveries
          .redeliver(answer.path("deliveryId").asText())
          .ifPresent(again -> answer.set("redelivery", again));
    }
    return Response.json(200, answer);
  }

  private boolean isBlocked(Talk<A> talk) {
    return world
        .people()
        .relation(talk.person().id(), talk.account().id())
        .filter(People.Relation::blocked)
        .isPresent();
  }

  private Response echo(Request request) {
    ObjectNode said = request.object();
    Talk<A> talk = talk(request, said);
    return Response.json(200, happen(talk, List.of(customs.elsewhere(talk, said))));
  }

  private Response unsend(Request request) {
    ObjectNode body = request.object();
    Talk<A> talk = talk(request, body);
    Act act = customs.unsend(talk, Fields.required(body, "messageId"));
    return Response.json(200, happen(talk, List.of(act)));
  }

  private Response edit(Request request) {
    ObjectNode body = request.object();
    Talk<A> talk = talk(request, body);
    Act act = customs.edit(talk, Fields.required(body, "messageId"), Fields.required(body, "text"));
    return Response.json(200, happen(talk, List.of(act)));
  }

  /** Reads everything up to a message, all that is there if none is named. */
  private Response read(Request request) {
    ObjectNode body = request.object();
    Talk<A> talk = talk(request, body);
    List<String> unread = unread(talk, body.path("messageId").asText(""));
    return unread.isEmpty()
        ? Response.message(409, "There is nothing to read")
        : Response.json(200, happen(talk, customs.read(talk, unread)));
  }

  private List<String> unread(Talk<A> talk, String upTo) {
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : world.chats().of(talk.account().id(), talk.person().id())) {
      String id = entry.path("id").asText();
      boolean read = entry.has("read") || entry.path("status").asText().equals("read");
      if (entry.path("from").asText().equals("shop") && !read && !ids.contains(upTo)) {
        ids.add(id);
      }
    }
    if (!upTo.isEmpty() && !ids.contains(upTo)) {
      return List.of(upTo); // one that this sandbox hasn't seen
    }
    return ids;
  }

  /** Nobody hears of it: what the account sends from now on is refused. */
  private Response block(Request request, boolean blocked) {
    Talk<A> talk = talk(request, request.object());
    world.people().block(talk.person().id(), talk.account().id(), blocked);
    String event = blocked ? "unfollow" : "unblock";
    ObjectNode entry = Json.object().put("at", world.clock().millis()).put("event", event);
    world.chats().add(talk.account().id(), talk.person().id(), entry);
    return Response.noContent();
  }
}
