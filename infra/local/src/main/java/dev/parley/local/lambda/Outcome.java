package dev.parley.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import java.io.PrintWriter;
import java.io.StringWriter;

/** How an invocation ended. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public sealed interface Outcome {
  /** The function returned. */
  record Returned(byte[] payload) implements Outcome {}

  /** The function threw; the trace is for whoever mends it. */
  record Failed(String type, String message, String trace) implements Outcome {
    static Failed of(Throwable thrown) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      String type = thrown.getClass().getName();
      return new Failed(type, String.valueOf(thrown.getMessage()), trace.toString());
    }
  }

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
      case Failed(String type, String message, String trace) -> error(json, type, message);
      case TimedOut(long seconds) ->
          error(json, "Sandbox.Timedout", "Task timed out after " + seconds + " seconds");
      case Crashed() -> error(json, "Runtime.ExitError", "The runtime exited without a reason");
    }
    return json;
  }

  /** What the log says of an invocation that did not return. */
  default String problem() {
    return this instanceof Failed failed
        ? failed.trace()
        : json().path("error").path("message").asText();
  }

  private static void error(ObjectNode json, String type, String message) {
    json.putNull("payload");
    json.putObject("error").put("type", type).put("message", message);
  }
}
