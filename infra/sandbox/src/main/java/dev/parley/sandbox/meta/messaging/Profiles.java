package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate;
import dev.parley.sandbox.meta.GraphGate.Call;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import java.util.Optional;
import java.util.function.Function;

/** {@code GET /{id}?fields=…}: the account itself, or a person who talks to it. */
public final class Profiles {
  private final MetaWorld<GraphAccount> world;
  private final Function<Person, ObjectNode> profile;
  private final Function<String, GraphError> unseen;

  /**
   * @param profile all that the platform tells of a person
   * @param unseen what it answers for the id of someone whom the account may not see
   */
  public Profiles(
      MetaWorld<GraphAccount> world,
      Function<Person, ObjectNode> profile,
      Function<String, GraphError> unseen) {
    this.world = world;
    this.profile = profile;
    this.unseen = unseen;
  }

  public void addTo(GraphGate<GraphAccount> gate) {
    gate.on("GET", "/{node}", "profile", this::get);
  }

  private Response get(Call<GraphAccount> call) {
    String id = call.request().value("node");
    GraphAccount own = call.account();
    ObjectNode all = id.equals("me") || id.equals(own.id()) ? account(own) : person(own, id);
    ObjectNode answer = Json.object();
    for (String field : call.request().query().getOrDefault("fields", "name").split(",")) {
      answer.setAll(field(all, field.strip()));
    }
    return Response.json(200, answer.put("id", all.path("id").asText()));
  }

  private ObjectNode account(GraphAccount own) {
    String name = world.accounts().name(own.id());
    ObjectNode account = Json.object().put("id", own.id()).put("name", name);
    return account.put("user_id", own.id()).put("username", name);
  }

  private ObjectNode person(GraphAccount own, String id) {
    Optional<Person> seen =
        world
            .people()
            .find(id)
            .filter(person -> world.people().relation(id, own.id()).isPresent())
            .filter(person -> person.more("private").isEmpty());
    return seen.map(profile).orElseThrow(() -> new Refused(unseen.apply(id)));
  }

  /** A field, which a person may leave empty but which must exist. */
  private static ObjectNode field(ObjectNode all, String name) {
    ObjectNode one = Json.object();
    if (!all.has(name)) {
      throw new Refused(
          GraphError.of(400, 100, 0, "(#100) Tried accessing nonexistent field (" + name + ")"));
    }
    if (!all.get(name).isNull()) {
      one.set(name, all.get(name));
    }
    return one;
  }
}
