package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Json;
import java.util.Locale;

/**
 * How a simulated platform behaves where the real one depends on things outside: whether the app
 * may use the human agent tag, when webhooks about sent messages come, and whether what can't be
 * delivered is refused at once or fails later.
 */
public final class Switches {
  /** When webhooks about a sent message come: before the call is answered, after it, never. */
  public enum Callbacks {
    BEFORE,
    AFTER,
    NONE
  }

  private boolean humanAgent = true;
  private boolean failsLater;
  private Callbacks callbacks = Callbacks.AFTER;

  public synchronized boolean humanAgent() {
    return humanAgent;
  }

  public synchronized boolean failsLater() {
    return failsLater;
  }

  public synchronized Callbacks callbacks() {
    return callbacks;
  }

  /** Sets what the body names: {@code {humanAgent?, failsLater?, callbacks?}}. */
  synchronized void set(ObjectNode body) {
    humanAgent = body.path("humanAgent").asBoolean(humanAgent);
    failsLater = body.path("failsLater").asBoolean(failsLater);
    if (body.hasNonNull("callbacks")) {
      callbacks = callbacks(body.get("callbacks").asText());
    }
  }

  synchronized ObjectNode json() {
    ObjectNode json = Json.object().put("humanAgent", humanAgent).put("failsLater", failsLater);
    return json.put("callbacks", callbacks.name().toLowerCase(Locale.ROOT));
  }

  private static Callbacks callbacks(String text) {
    return switch (text) {
      case "before" -> Callbacks.BEFORE;
      case "after" -> Callbacks.AFTER;
      case "none" -> Callbacks.NONE;
      default -> throw new BadRequest("callbacks must be before, after or none", null);
    };
  }
}
