package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** The deletions that the time to live made, whose stream records say so. */
public final class Expiries {
  private final Set<String> deleted = new HashSet<>();

  public synchronized void deleted(String table, JsonNode key) {
    deleted.add(table + key);
  }

  /** Adds to the record who removed the item, if it was the time to live. */
  synchronized void mark(String table, ObjectNode record) {
    boolean removal = record.path("eventName").asText().equals("REMOVE");
    if (removal && deleted.remove(table + record.path("dynamodb").path("Keys"))) {
      record
          .putObject("userIdentity")
          .put("type", "Service")
          .put("principalId", "dynamodb.amazonaws.com");
    }
  }
}
