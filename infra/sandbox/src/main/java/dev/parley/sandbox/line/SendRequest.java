package dev.parley.sandbox.line;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.sandbox.line.ApiGate.Call;
import dev.parley.sandbox.line.message.MessageRules;
import dev.parley.sandbox.line.message.Verdict;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request that sends messages: readable and with messages that LINE takes, or refused. */
sealed interface SendRequest {
  /** Greatest size of a body in bytes. */
  int MAX_BYTES = 2 * 1024 * 1024;

  /** Messages that may be sent. */
  record Good(JsonNode body) implements SendRequest {
    ArrayNode messages() {
      return (ArrayNode) body.get("messages");
    }

    String text(String name) {
      return body.path(name).asText("");
    }
  }

  /** A request that fails, and LINE's answer to it. */
  record Refused(Response response) implements SendRequest {}

  /** Reads the call's body, which must have {@code required} texts beside its messages. */
  static SendRequest read(Call call, List<String> required) {
    String type = call.request().header("content-type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return refused(415, "The content type, " + type + ", is not supported");
    }
    if (call.request().body().length > MAX_BYTES) {
      return refused(413, "Request Entity Too Large");
    }
    JsonNode body;
    try {
      body = Json.parse(call.request().body());
    } catch (JsonProcessingException e) {
      return refused(400, "The request body could not be parsed as JSON " + where(e));
    }
    Verdict verdict = MessageRules.check(body, required);
    return verdict.good() ? new Good(body) : new Refused(Response.json(400, verdict.body()));
  }

  static Refused refused(int status, String message) {
    return new Refused(Response.message(status, message));
  }

  private static String where(JsonProcessingException e) {
    Optional<JsonLocation> at = Optional.ofNullable(e.getLocation());
    String line = at.map(place -> String.valueOf(place.getLineNr())).orElse("-");
    String column = at.map(place -> String.valueOf(place.getColumnNr())).orElse("-");
    return "(line: " + line + ", column: " + column + ")";
  }
}
