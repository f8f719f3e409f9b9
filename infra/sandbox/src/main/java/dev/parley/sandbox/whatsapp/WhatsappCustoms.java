package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Act;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.Customs;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Talk;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How WhatsApp makes webhooks of what people do. */
final class WhatsappCustoms implements Customs<WhatsappNumber> {
  /** What a customer sends without opening the window. */
  private static final Set<String> SILENT = Set.of("welcome");

  private final MetaWorld<WhatsappNumber> world;
  private final Values values;
  private final Statuses statuses;
  private final Sayings sayings;

  WhatsappCustoms(MetaWorld<WhatsappNumber> world, Values values, Statuses statuses) {
    this.world = world;
    this.values = values;
    this.statuses = statuses;
    this.sayings = new Sayings(world);
  }

  @Override
  public WhatsappNumber account(ObjectNode body, Credentials credentials) {
    String id = Fields.required(body, "channelId");
    return new WhatsappNumber(
        id,
        credentials,
        Fields.text(body, "webhookUrl"),
        body.path("businessAccountId").asText("1" + id),
        body.path("phoneNumber").asText("15550100000"),
        Fields.text(body, "catalogId"));
  }

  @Override
  public ObjectNode shown(WhatsappNumber number) {
    ObjectNode shown = Json.object().put("businessAccountId", number.businessAccountId());
    return shown.put("phoneNumber", number.phoneNumber()).put("catalogId", number.catalogId());
  }

  @Override
  public Person person(String id, JsonNode body, Optional<Person> before) {
    return Addresses.person(id, body, before);
  }

  @Override
  public ObjectNode shown(Person person) {
    ObjectNode shown = Json.object();
    person.more().forEach((name, value) -> Addresses.putIfKnown(shown, name, value));
    return shown;
  }

  @Override
  public ObjectNode envelope(WhatsappNumber number, List<ObjectNode> events) {
    return values.envelope(number, events);
  }

  @Override
  public Act say(Talk<WhatsappNumber> talk, ObjectNode said) {
    Optional<String> word = Sayings.word(said);
    if (word.isEmpty() && !said.path("event").isObject()) {
      throw Sayings.nothing();
    }
    long at = at(said);
    String type = word.map(Sayings::type).orElse("unknown");
    ObjectNode message = values.begun(talk.person(), type, at);
    word.ifPresent(spoken -> sayings.fill(message, spoken, said, talk.account()));
    if (said.has("event")) {
      Json.merge(message, said.get("event"));
    }
    Duration opens = SILENT.contains(word.orElse("welcome")) ? Duration.ZERO : Act.DAY;
    Act.Trace trace =
        type.equals("reaction") ? reaction(message) : Traces.message("customer", message, at);
    return new Act(message.path("id").asText(), values.message(talk, message), opens, trace);
  }

  private static Act.Trace reaction(ObjectNode message) {
    JsonNode reaction = message.path("reaction");
    return Traces.reaction(reaction.path("message_id").asText(), reaction.path("emoji").asText(""));
  }

  @Override
  public Act elsewhere(Talk<WhatsappNumber> talk, ObjectNode said) {
    String word = Sayings.word(said).orElseThrow(Sayings::nothing);
    long at = at(said);
    ObjectNode message = Json.object().put("from", talk.account().phoneNumber());
    Addresses.putIfKnown(message, "to", talk.person().more(Addresses.PHONE));
    Addresses.putIfKnown(message, "to_user_id", talk.person().more(Addresses.USER_ID));
    String id = world.ids().wamid(Addresses.any(talk.person()));
    message.put("id", id).put("timestamp", String.valueOf(at / 1000));
    message.put("type", Sayings.type(word));
    sayings.fill(message, word, said, talk.account());
    ObjectNode change = values.change(talk.account(), "smb_message_echoes");
    ((ObjectNode) change.get("value")).putArray("message_echoes").add(message);
    return new Act(id, change, Duration.ZERO, Traces.message("shop", message, at));
  }

  @Override
  public Act unsend(Talk<WhatsappNumber> talk, String messageId) {
    ObjectNode message = values.begun(talk.person(), "revoke", world.clock().millis());
    message.putObject("revoke").put("original_message_id", messageId);
    return act(talk, message, Traces.unsent(messageId));
  }

  @Override
  public Act edit(Talk<WhatsappNumber> talk, String messageId, String text) {
    ObjectNode message = values.begun(talk.person(), "edit", world.clock().millis());
    ObjectNode edit = message.putObject("edit").put("original_message_id", messageId);
    edit.putObject("message").put("type", "text").putObject("text").put("body", text);
    return act(talk, message, Traces.edited(messageId, text));
  }

  @Override
  public List<Act> read(Talk<WhatsappNumber> talk, List<String> messageIds) {
    return messageIds.stream().map(id -> read(talk, id)).toList();
  }

  private Act read(Talk<WhatsappNumber> talk, String messageId) {
    ObjectNode status = statuses.of(talk.person(), messageId, "read");
    return new Act(
        messageId, values.status(talk, status), Duration.ZERO, Traces.status(messageId, "read"));
  }

  /** The customer has another number, and with it another id: two changes. */
  List<Act> renumbered(Talk<WhatsappNumber> before, Person after) {
    return List.of(system(before, after), updated(before, after));
  }

  private Act system(Talk<WhatsappNumber> before, Person after) {
    long at = world.clock().millis();
    boolean phone = !after.more(Addresses.PHONE).isEmpty();
    ObjectNode message = values.begun(before.person(), "system", at);
    ObjectNode system = message.putObject("system");
    String field = phone ? Addresses.PHONE : Addresses.USER_ID;
    system.put(
        "body",
        "User %s changed from %s to %s"
            .formatted(after.name(), before.person().more(field), after.more(field)));
    Addresses.putIfKnown(system, "wa_id", after.more(Addresses.PHONE));
    Addresses.putIfKnown(system, "user_id", after.more(Addresses.USER_ID));
    system.put("type", phone ? "user_changed_number" : "user_changed_user_id");
    ObjectNode change = values.change(before.account(), Values.MESSAGES);
    ((ObjectNode) change.get("value")).putArray(Values.MESSAGES).add(message);
    String id = message.path("id").asText();
    return new Act(id, change, Duration.ZERO, Traces.event("changed the number", at));
  }

  private Act updated(Talk<WhatsappNumber> before, Person after) {
    ObjectNode change = values.change(before.account(), "user_id_update");
    ObjectNode value = (ObjectNode) change.get("value");
    value.putArray("contacts").add(Addresses.contact(after));
    ObjectNode update = value.putArray("user_id_update").addObject();
    Addresses.putIfKnown(update, "wa_id", after.more(Addresses.PHONE));
    update.put("detail", "User id for " + after.name() + " has been updated.");
    ObjectNode ids = update.putObject("user_id");
    ids.put("previous", before.person().more(Addresses.USER_ID));
    ids.put("current", after.more(Addresses.USER_ID));
    update.put("timestamp", String.valueOf(world.clock().millis() / 1000));
    return new Act("", change, Duration.ZERO, Act::noTrace);
  }

  private Act act(Talk<WhatsappNumber> talk, ObjectNode message, Act.Trace trace) {
    String id = message.path("id").asText();
    return new Act(id, values.message(talk, message), Act.DAY, trace);
  }

  private long at(ObjectNode said) {
    return said.path("timestamp").asLong(world.clock().millis());
  }
}
