package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Aftermath;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate;
import dev.parley.sandbox.meta.GraphGate.Call;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.People.Relation;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.meta.Talk;
import dev.parley.sandbox.meta.message.Param;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.whatsapp.Statuses.Sent;
import dev.parley.sandbox.whatsapp.message.Catalog;
import dev.parley.sandbox.whatsapp.message.MessageRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /{accountId}/messages} of WhatsApp: messages, and marks that one was read. */
final class SendMessages {
  private static final GraphError CLOSED =
      GraphError.whatsapp(
          400,
          131047,
          "Re-engagement message",
          "Message failed to send because more than 24 hours have passed since the customer last"
              + " replied to this number.");
  private static final GraphError UNDELIVERABLE =
      GraphError.whatsapp(400, 131026, "Message undeliverable", "Message Undeliverable.");
  private static final GraphError OWN_NUMBER =
      GraphError.whatsapp(400, 131021, "Recipient cannot be sender", "Recipient cannot be sender");

  private final MetaWorld<WhatsappNumber> world;
  private final Values values;
  private final Statuses statuses;
  private final Templates templates;
  private final Aftermath<WhatsappNumber> aftermath;

  SendMessages(
      MetaWorld<WhatsappNumber> world,
      Values values,
      Statuses statuses,
      Templates templates,
      Aftermath<WhatsappNumber> aftermath) {
    this.world = world;
    this.values = values;
    this.statuses = statuses;
    this.templates = templates;
    this.aftermath = aftermath;
  }

  void addTo(GraphGate<WhatsappNumber> gate) {
    gate.on("POST", "/{accountId}/messages", "send", this::send);
  }

  private Response send(Call<WhatsappNumber> call) {
    Param body = MessageRules.read(call.request().body());
    if (body.has("status")) {
      return markRead(call, body);
    }
    String type = new MessageRules(new Catalog(call.account().catalogId())).check(body);
    Talk<WhatsappNumber> talk = new Talk<>(call.account(), recipient(call.account(), body));
    Optional<Template> template =
        type.equals("template")
            ? Optional.of(templates.check(call.account().id(), body.object("template")))
            : Optional.empty();
    return accepted(call, talk, body, template);
  }

  /** The customer's ticks turn blue. */
  private Response markRead(Call<WhatsappNumber> call, Param body) {
    body.choice("status", List.of("read"));
    String id = body.text("message_id");
    body.optionalObject("typing_indicator").ifPresent(t -> t.choice("type", List.of("text")));
    boolean known =
        world.people().all().stream()
            .filter(p -> world.people().relation(p.id(), call.account().id()).isPresent())
            .anyMatch(
                person ->
                    world
                        .chats()
                        .change(call.account().id(), person.id(), id, e -> e.put("seen", true)));
    if (!known) {
      throw body.wrong("message_id", "must be a message of a customer's");
    }
    return Response.json(200, Json.object().put("success", true));
  }

  /** Who gets it: the phone number wins over the id. */
  private Person recipient(WhatsappNumber number, Param body) {
    if (body.has("to")) {
      String phone =
          Addresses.phone(body.text("to"))
              .orElseThrow(() -> body.wrong("to", "must be a phone number with country code"));
      if (phone.equals(number.phoneNumber())) {
        throw new Refused(OWN_NUMBER);
      }
      return world
          .people()
          .first(person -> person.more(Addresses.PHONE).equals(phone))
          .orElseGet(() -> newcomer(phone));
    }
    if (!body.has("recipient")) {
      body.required("to");
    }
    String userId = body.text("recipient");
    return world
        .people()
        .first(person -> person.more(Addresses.USER_ID).equals(userId))
        .orElseThrow(() -> body.wrong("recipient", "must be the id of a user"));
  }

  /** Someone who has WhatsApp and has never written. */
  private Person newcomer(String phone) {
    Person person = Addresses.person(phone, Json.object(), Optional.empty());
    world.people().put(person);
    return person;
  }

  private Response accepted(
      Call<WhatsappNumber> call,
      Talk<WhatsappNumber> talk,
      Param body,
      Optional<Template> template) {
    world.people().meet(talk.person().id(), talk.account().id());
    Optional<GraphError> trouble = trouble(talk, template.isPresent());
    if (trouble.isPresent() && !world.switches().failsLater()) {
      throw new Refused(trouble.get());
    }
    Optional<GraphError> failure = trouble.or(call::laterFailure);
    String id = world.ids().wamid(Addresses.any(talk.person()));
    statuses.sent(id, sent(talk, body, template));
    if (failure.isEmpty() && !relation(talk).blocked()) {
      show(talk, id, body, template);
    }
    Response answer = Response.json(200, answer(talk.person(), body, id, template.isPresent()));
    return aftermath.of(answer, talk.account(), webhooks(talk, id, failure));
  }

  private Relation relation(Talk<WhatsappNumber> talk) {
    return world.people().relation(talk.person().id(), talk.account().id()).orElseThrow();
  }

  /** Why it can't be delivered. */
  private Optional<GraphError> trouble(Talk<WhatsappNumber> talk, boolean template) {
    if (Addresses.isAbsent(talk.person())) {
      return Optional.of(UNDELIVERABLE);
    }
    boolean open = relation(talk).open(world.clock().instant());
    return open || template ? Optional.empty() : Optional.of(CLOSED);
  }

  private Sent sent(Talk<WhatsappNumber> talk, Param body, Optional<Template> template) {
    boolean open = relation(talk).open(world.clock().instant());
    String category = template.map(Template::category).orElse("service");
    boolean billable = template.isPresent() && !(open && category.equals("utility"));
    return new Sent(category, billable, body.string("biz_opaque_callback_data"));
  }

  private void show(Talk<WhatsappNumber> talk, String id, Param body, Optional<Template> template) {
    ObjectNode message = body.node().deepCopy();
    message.remove(List.of("messaging_product", "recipient_type", "to", "recipient"));
    template.ifPresent(t -> message.put("shown", Templates.text(t, body.node().get("template"))));
    Traces.message("shop", message.put("id", id), world.clock().millis())
        .leave(world.chats(), talk.account().id(), talk.person().id());
  }

  private static ObjectNode answer(Person person, Param body, String id, boolean template) {
    ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
    ObjectNode contact = answer.putArray("contacts").addObject();
    if (body.has("to")) {
      contact.put("input", body.string("to")).put("wa_id", person.more(Addresses.PHONE));
    } else {
      contact.put("input", body.string("recipient"));
      contact.put("user_id", person.more(Addresses.USER_ID));
    }
    ObjectNode message = answer.putArray("messages").addObject().put("id", id);
    if (template) {
      message.put("message_status", "accepted");
    }
    return answer;
  }

  /** Sent and delivered, or sent alone to one who has blocked the number, or failed. */
  private List<ObjectNode> webhooks(
      Talk<WhatsappNumber> talk, String id, Optional<GraphError> failure) {
    List<ObjectNode> states = new ArrayList<>();
    if (failure.isPresent()) {
      states.add(statuses.failed(talk.person(), id, failure.get()));
    } else {
      states.add(statuses.of(talk.person(), id, "sent"));
      if (!relation(talk).blocked()) {
        states.add(statuses.of(talk.person(), id, "delivered"));
        Traces.status(id, "delivered")
            .leave(world.chats(), talk.account().id(), talk.person().id());
      }
    }
    return states.stream()
        .map(state -> values.envelope(talk.account(), List.of(values.status(talk, state))))
        .toList();
  }
}
