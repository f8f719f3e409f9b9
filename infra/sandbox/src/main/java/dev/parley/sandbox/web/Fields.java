package dev.parley.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What control requests say, and what is wrong if they don't. */
public final class Fields {
  private Fields() {}

  public static String required(JsonNode body, String name) {
    String value = body.path(name).asText("");
    if (value.isEmpty()) {
      throw new BadRequest(name + " must be given", null);
    }
    return value;
  }

  public static @Nullable String text(JsonNode body, String name) {
    return body.hasNonNull(name) ? body.get(name).asText() : null;
  }

  /** A number of the query. */
  public static long number(Request request, String name, long otherwise) {
    String value = request.query().getOrDefault(name, "");
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : otherwise;
  }
}
