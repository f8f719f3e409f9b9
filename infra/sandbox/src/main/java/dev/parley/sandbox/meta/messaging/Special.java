package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes an attachment that only one platform has. */
@FunctionalInterface
public interface Special {
  ObjectNode attachment(JsonNode given, Files files);
}
