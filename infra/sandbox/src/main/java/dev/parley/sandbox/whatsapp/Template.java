package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Fields;
import dev.parley.sandbox.web.Json;
import java.util.regex.Pattern;

/**
 * An approved template: its body with {@code {{1}}} where values go, what its header shows ({@code
 * none}, {@code image} …), and whether its button's address ends with a value.
 */
public record Template(
    String name,
    String language,
    String category,
    String header,
    String body,
    int bodyParameters,
    boolean urlButton) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\w+}}");

  /** A template of text alone. */
  public static Template text(String name, String language, String category, String body) {
    return new Template(name, language, category, "none", body, places(body), false);
  }

  static Template of(JsonNode given) {
    String body = given.path("body").asText("");
    return new Template(
        Fields.required(given, "name"),
        Fields.required(given, "language"),
        given.path("category").asText("utility"),
        given.path("header").asText("none"),
        body,
        given.path("bodyParameters").asInt(places(body)),
        given.path("urlButton").asBoolean(false));
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("name", name).put("language", language);
    json.put("category", category).put("header", header).put("body", body);
    return json.put("bodyParameters", bodyParameters).put("urlButton", urlButton);
  }

  private static int places(String body) {
    return (int) PLACE.matcher(body).results().map(r -> r.group()).distinct().count();
  }
}
