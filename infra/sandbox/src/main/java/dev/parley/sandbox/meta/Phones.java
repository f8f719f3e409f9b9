package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;

/** What the page needs to show the customers' phones. */
public final class Phones<A extends Account> {
  private static final long MAX_WAIT_MILLIS = 25_000;

  private final MetaWorld<A> world;
  private final Customs<A> customs;

  public Phones(MetaWorld<A> world, Customs<A> customs) {
    this.world = world;
    this.customs = customs;
  }

  public void addTo(Routes routes) {
    routes.on("GET", "/customers", request -> Response.json(200, phones(0, "")));
    routes.on("GET", "/phones", this::watch);
    routes.on("GET", "/contents/{id}", this::content);
  }

  static ObjectNode profile(Person person, Customs<?> customs) {
    ObjectNode profile = Json.object().put("userId", person.id());
    profile.put("displayName", person.name());
    if (person.pictureUrl() != null) {
      profile.put("pictureUrl", person.pictureUrl());
    }
    profile.setAll(customs.shown(person));
    return profile;
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
    for (Person person : world.people().all()) {
      ObjectNode item = profile(person, customs);
      ArrayNode chats = item.putArray("channels");
      for (String accountId : world.people().accounts(person.id())) {
        chats.add(chat(accountId, person.id(), opened));
      }
      items.add(item);
    }
    return all;
  }

  private ObjectNode chat(String accountId, String personId, String opened) {
    ObjectNode chat = world.chats().summary(accountId, personId).put("channelId", accountId);
    chat.put("displayName", world.accounts().name(accountId));
    boolean blocked =
        world.people().relation(personId, accountId).filter(People.Relation::blocked).isPresent();
    chat.put("standing", blocked ? "blocked" : "friend");
    if (opened.equals(personId)) {
      chat.set("entries", world.chats().of(accountId, personId));
    }
    return chat;
  }

  /** A file of a chat. */
  private Response content(Request request) {
    return world
        .contents()
        .find(request.value("id"))
        .map(content -> Response.of(200, content.type(), content.bytes()))
        .orElseGet(() -> Response.message(404, "Not found"));
  }
}
