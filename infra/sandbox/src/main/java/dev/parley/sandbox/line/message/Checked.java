package dev.parley.sandbox.line.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.message.Length.Limit;
import dev.parley.sandbox.web.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON object under examination: each look at a property notes what is wrong with it. */
final class Checked {
  private static final Limit URL_LENGTH = Length.UTF_16.atMost(2000);
  private static final Set<String> ACTION_SCHEMES = Set.of("http", "https", "line", "tel");

  private final ObjectNode node;
  private final Place place;
  private final List<Problem> problems;

  Checked(JsonNode node, Place place, List<Problem> problems) {
    this.node = node instanceof ObjectNode object ? object : Json.object();
    this.place = place;
    this.problems = problems;
    if (!node.isObject()) {
      problems.add(new Problem("must be an object", place.text()));
    }
  }

  ObjectNode node() {
    return node;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String string(String name) {
    return node.path(name).asText("");
  }

  void problem(String name, String message) {
    problems.add(new Problem(message, place.child(name).text()));
  }

  void problem(String message) {
    problems.add(new Problem(message, place.text()));
  }

  /** A text that must be there. */
  void text(String name, Limit limit) {
    if (!has(name) || string(name).isEmpty()) {
      problem(name, "May not be empty");
    } else {
      optionalText(name, limit);
    }
  }

  /** A text that is missing, or neither empty nor too long. */
  void optionalText(String name, Limit limit) {
    if (!has(name)) {
      return;
    }
    if (!node.get(name).isTextual()) {
      problem(name, "must be a string");
    } else if (string(name).isEmpty()) {
      problem(name, "May not be empty");
    } else if (!limit.allows(string(name))) {
      problem(name, "Length must be between 0 and " + limit.max());
    }
  }

  void matches(String name, Pattern pattern) {
    if (has(name) && !pattern.matcher(string(name)).matches()) {
      problem(name, "invalid property");
    }
  }

  void oneOf(String name, List<String> values) {
    if (has(name) && !values.contains(string(name))) {
      problem(name, "Must be one of the following values: [" + String.join(", ", values) + "]");
    }
  }

  void required(String name) {
    if (!has(name)) {
      problem(name, "must be specified");
    }
  }

  void bool(String name) {
    if (has(name) && !node.get(name).isBoolean()) {
      problem(name, "must be true or false");
    }
  }

  void number(String name, double min, double max) {
    JsonNode value = node.path(name);
    if (!value.isNumber()) {
      problem(name, "must be specified");
    } else if (value.asDouble() < min || value.asDouble() > max) {
      problem(name, "must be between " + min + " and " + max);
    }
  }

  void httpsUrl(String name) {
    if (string(name).isEmpty()) {
      problem(name, "May not be empty");
    } else {
      optionalHttpsUrl(name);
    }
  }

  void optionalHttpsUrl(String name) {
    if (!has(name) || string(name).isEmpty()) {
      return;
    }
    URI uri = uri(string(name));
    if (!URL_LENGTH.allows(string(name))) {
      optionalText(name, URL_LENGTH);
    } else if (uri == null || uri.getHost() == null) {
      problem(name, "invalid uri");
    } else if (!"https".equalsIgnoreCase(uri.getScheme())) {
      problem(name, "invalid uri scheme");
    }
  }

  void actionUri(String name) {
    URI uri = uri(string(name));
    text(name, Length.UTF_16.atMost(1000));
    if (string(name).isEmpty()) {
      return;
    }
    if (uri == null) {
      problem(name, "invalid uri");
    } else if (uri.getScheme() == null || !ACTION_SCHEMES.contains(uri.getScheme())) {
      problem(name, "invalid uri scheme");
    }
  }

  /** The items of an array that must be there. */
  List<Checked> items(String name, int min, int max) {
    JsonNode value = node.path(name);
    if (!value.isArray() || value.size() < min || value.size() > max) {
      problem(name, value.isArray() ? size(min, max) : "must be specified");
    }
    List<Checked> items = new ArrayList<>();
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        items.add(new Checked(array.get(i), place.child(name).item(i), problems));
      }
    }
    return items;
  }

  /** The object of that name; an empty one, noted as missing, if there is none. */
  Checked object(String name) {
    if (!has(name)) {
      problem(name, "must be specified");
      return new Checked(Json.object(), place.child(name), new ArrayList<>());
    }
    return new Checked(node.get(name), place.child(name), problems);
  }

  private static String size(int min, int max) {
    return "Size must be between " + min + " and " + max;
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
