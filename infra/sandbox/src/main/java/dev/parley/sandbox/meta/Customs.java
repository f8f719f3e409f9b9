package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What one of Meta's platforms does in its own way: its accounts, its people, its events. */
public interface Customs<A extends Account> {

  /** Reads an account from a control request. */
  A account(ObjectNode body, Credentials credentials);

  /** What a list of accounts shows of one. */
  ObjectNode shown(A account);

  /** Reads a person from a control request; what it doesn't say stays as it was. */
  Person person(String id, JsonNode body, Optional<Person> before);

  /** What the phones' page shows of a person beside id, name and picture. */
  ObjectNode shown(Person person);

  /** A webhook body with these events. */
  ObjectNode envelope(A account, List<ObjectNode> events);

  /** What the customer says or does: {@code {text | image | …}}. */
  Act say(Talk<A> talk, ObjectNode said);

  /** What a person of the shop sends past this system, in Meta's own app. */
  Act elsewhere(Talk<A> talk, ObjectNode said);

  /** The customer takes a message back. */
  Act unsend(Talk<A> talk, String messageId);

  /** The customer changes the text of a message. */
  Act edit(Talk<A> talk, String messageId, String text);

  /** The customer reads these messages of the account's, the latest last. */
  List<Act> read(Talk<A> talk, List<String> messageIds);
}
