package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.MetaIds;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.message.PageRules;
import java.util.Map;
import java.util.Optional;

/** In what Messenger and Instagram differ. */
public interface Dialect {
  /** What {@code object} a webhook names. */
  String object();

  /** Which checks a message must stand. */
  PageRules rules();

  /** The subcode of error 10 when the window is closed. */
  int windowSubcode();

  String messageId(MetaIds ids);

  /** Attachments that only this platform has, by the word that asks for one. */
  Map<String, Special> attachments();

  /** Reads a person; what the body doesn't say stays as it was. */
  Person person(String id, JsonNode body, Optional<Person> before);

  /** What an echo says beside that it is one. */
  void mark(ObjectNode echo, boolean ours);

  /** What the webhook hears when a message has been read. */
  ObjectNode read(String messageId, long at);

  /** Whether the webhook hears when a message has been delivered. */
  boolean tellsDelivery();
}
