package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Act;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.Customs;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Talk;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How Messenger and Instagram make webhooks of what people do. */
public final class PageCustoms implements Customs<GraphAccount> {
  private final MetaWorld<GraphAccount> world;
  private final Dialect dialect;
  private final Sayings sayings;

  public PageCustoms(MetaWorld<GraphAccount> world, Dialect dialect, Sayings sayings) {
    this.world = world;
    this.dialect = dialect;
    this.sayings = sayings;
  }

  @Override
  public GraphAccount account(ObjectNode body, Credentials credentials) {
    return new GraphAccount(
        Fields.required(body, "channelId"), credentials, Fields.text(body, "webhookUrl"));
  }

  @Override
  public ObjectNode shown(GraphAccount account) {
    return Json.object();
  }

  @Override
  public Person person(String id, JsonNode body, Optional<Person> before) {
    return dialect.person(id, body, before);
  }

  @Override
  public ObjectNode shown(Person person) {
    ObjectNode shown = Json.object();
    person.more().forEach(shown::put);
    return shown;
  }

  @Override
  public ObjectNode envelope(GraphAccount account, List<ObjectNode> events) {
    ObjectNode envelope = Json.object().put("object", dialect.object());
    ObjectNode entry = envelope.putArray("entry").addObject();
    entry.put("time", world.clock().millis()).put("id", account.id());
    entry.putArray("messaging").addAll(events);
    return envelope;
  }

  @Override
  public Act say(Talk<GraphAccount> talk, ObjectNode said) {
    return sayings.act(item(talk, said), said);
  }

  @Override
  public Act elsewhere(Talk<GraphAccount> talk, ObjectNode said) {
    ObjectNode item = outgoing(talk, at(said));
    ObjectNode message = sayings.message(said);
    message.put("is_echo", true);
    dialect.mark(message, false);
    item.set("message", message);
    String id = message.path("mid").asText();
    return new Act(id, item, Duration.ZERO, Traces.message("shop", item));
  }

  @Override
  public Act unsend(Talk<GraphAccount> talk, String messageId) {
    ObjectNode item = item(talk, Json.object());
    item.putObject("message").put("mid", messageId).put("is_deleted", true);
    return new Act(messageId, item, Duration.ZERO, Traces.unsent(messageId));
  }

  @Override
  public Act edit(Talk<GraphAccount> talk, String messageId, String text) {
    ObjectNode item = item(talk, Json.object());
    item.putObject("message_edit").put("mid", messageId).put("text", text).put("num_edit", 1);
    return new Act(messageId, item, Duration.ZERO, Traces.edited(messageId, text));
  }

  @Override
  public List<Act> read(Talk<GraphAccount> talk, List<String> messageIds) {
    String last = messageIds.getLast();
    ObjectNode item = item(talk, Json.object());
    item.setAll(dialect.read(last, world.clock().millis()));
    return List.of(new Act(last, item, Duration.ZERO, Traces.marks(messageIds, "read")));
  }

  /** What the account sends, as an echo says it. */
  ObjectNode outgoing(Talk<GraphAccount> talk, long at) {
    ObjectNode item = Json.object();
    item.putObject("sender").put("id", talk.account().id());
    item.putObject("recipient").put("id", talk.person().id());
    return item.put("timestamp", at);
  }

  /** What the customer does. */
  ObjectNode item(Talk<GraphAccount> talk, JsonNode said) {
    ObjectNode item = Json.object();
    item.putObject("sender").put("id", talk.person().id());
    item.putObject("recipient").put("id", talk.account().id());
    return item.put("timestamp", at(said));
  }

  private long at(JsonNode said) {
    return said.path("timestamp").asLong(world.clock().millis());
  }
}
