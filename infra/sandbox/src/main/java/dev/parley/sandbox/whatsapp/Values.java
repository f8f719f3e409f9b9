package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Talk;
import dev.parley.sandbox.web.Json;
import java.util.List;

/** The changes of which WhatsApp's webhooks consist: a field's name and its value. */
record Values(MetaWorld<WhatsappNumber> world) {
  static final String MESSAGES = "messages";

  /** A webhook body with these changes. */
  ObjectNode envelope(WhatsappNumber number, List<ObjectNode> changes) {
    ObjectNode envelope = Json.object().put("object", "whatsapp_business_account");
    ObjectNode entry = envelope.putArray("entry").addObject();
    entry.put("id", number.businessAccountId()).putArray("changes").addAll(changes);
    return envelope;
  }

  ObjectNode change(WhatsappNumber number, String field) {
    ObjectNode change = Json.object();
    ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
    ObjectNode metadata = value.putObject("metadata");
    metadata.put("display_phone_number", number.phoneNumber());
    metadata.put("phone_number_id", number.id());
    return change.put("field", field);
  }

  /** A message of the customer's, with who they are. */
  ObjectNode message(Talk<WhatsappNumber> talk, ObjectNode message) {
    ObjectNode change = change(talk.account(), MESSAGES);
    ObjectNode value = (ObjectNode) change.get("value");
    value.putArray("contacts").add(Addresses.contact(talk.person()));
    value.putArray(MESSAGES).add(message);
    return change;
  }

  /** What became of a message to the customer. */
  ObjectNode status(Talk<WhatsappNumber> talk, ObjectNode status) {
    ObjectNode change = change(talk.account(), MESSAGES);
    ObjectNode value = (ObjectNode) change.get("value");
    value.putArray("contacts").add(Addresses.contact(talk.person()));
    value.putArray("statuses").add(status);
    return change;
  }

  /** The beginning of every message of the customer's. */
  ObjectNode begun(Person person, String type, long atMillis) {
    ObjectNode message = Json.object();
    Addresses.putIfKnown(message, "from", person.more(Addresses.PHONE));
    Addresses.putIfKnown(message, "from_user_id", person.more(Addresses.USER_ID));
    message.put("id", world.ids().wamid(Addresses.any(person)));
    return message.put("timestamp", String.valueOf(atMillis / 1000)).put("type", type);
  }
}
