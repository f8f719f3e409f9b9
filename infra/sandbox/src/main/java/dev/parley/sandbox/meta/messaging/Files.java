package dev.parley.sandbox.meta.messaging;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the file that a control request gives can be fetched. */
@FunctionalInterface
public interface Files {
  String url(String kind, JsonNode given);
}
