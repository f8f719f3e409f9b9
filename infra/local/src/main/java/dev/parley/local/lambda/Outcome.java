package dev.parley.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;

/** How an invocation ended. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public sealed interface Outcome {
  /** The function returned. */
  record Returned(byte[] payload) implements Outcome {}

  /** The function threw. */
  record Failed(String type, String message) implements Outcome {}

  /** The function ran longer than the template lets it. */
  record TimedOut(long seconds) implements Outcome {}

  /** A fault killed the instance: whatever the function would have said is lost. */
  record Crashed() implements Outcome {}

  default boolean returned() {
    return this instanceof Returned;
  }

  /** As {@code POST /_local/functions/…/invoke} answers it. */
  default ObjectNode json() {
    ObjectNode json = Json.object();
    switch (this) {
      case Returned(byte[] payload) ->
          json.set("payload", Json.tryParse(payload).orElseGet(() -> Json.object().nullNode()));
      case Failed(String type, String message) -> error(json, type, message);
      case TimedOut(long seconds) ->
          error(json, "Sandbox.Timedout", "Task timed out after " + seconds + " seconds");
      case Crashed() -> error(json, "Runtime.ExitError", "The runtime exited without a reason");
    }
    return json;
  }

  private static void error(ObjectNode json, String type, String message) {
    json.putNull("payload");
    json.putObject("error").put("type", type).put("message", message);
  }
}
