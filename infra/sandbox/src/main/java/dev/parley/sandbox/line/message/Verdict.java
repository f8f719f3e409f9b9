package dev.parley.sandbox.line.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import java.util.List;

/** What LINE says of a request's body: nothing, or its message and every problem. */
public record Verdict(String message, List<Problem> problems) {
  private static final Verdict GOOD = new Verdict("", List.of());

  static Verdict of(List<Problem> problems) {
    return problems.isEmpty()
        ? GOOD
        : new Verdict("The request body has " + problems.size() + " error(s)", problems);
  }

  static Verdict ofFlex(int index, List<Problem> problems) {
    return new Verdict(
        "A message (messages[" + index + "]) in the request body is invalid", problems);
  }

  public boolean good() {
    return problems.isEmpty();
  }

  /** The error body that LINE would answer. */
  public ObjectNode body() {
    ObjectNode body = Json.object().put("message", message);
    ArrayNode details = body.putArray("details");
    for (Problem problem : problems) {
      details.addObject().put("message", problem.message()).put("property", problem.property());
    }
    return body;
  }
}
