package dev.parley.sandbox.meta.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.web.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object under examination; the first thing that is wrong with it ends the call. */
public final class Param {
  private static final Set<String> WEB = Set.of("http", "https");
  private static final int MAX_URL = 2000;

  private final ObjectNode node;
  private final String path;
  private final Wording wording;

  private Param(ObjectNode node, String path, Wording wording) {
    this.node = node;
    this.path = path;
    this.wording = wording;
  }

  /** The body of a call. */
  public static Param of(ObjectNode body, Wording wording) {
    return new Param(body, "", wording);
  }

  public ObjectNode node() {
    return node;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  public String string(String name) {
    return node.path(name).asText("");
  }

  /** What is wrong with a property. */
  public Refused wrong(String name, String why) {
    return new Refused(wording.wrong(wording.child(path, name), why));
  }

  public void required(String name) {
    if (!has(name)) {
      throw new Refused(wording.missing(wording.child(path, name)));
    }
  }

  /** No properties but these may be there. */
  public void only(String... names) {
    Set<String> known = Set.of(names);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        throw new Refused(wording.unknown(path, field.getKey()));
      }
    }
  }

  /** At most one of these properties may be there, and one must. */
  public String oneOf(List<String> names) {
    List<String> given = names.stream().filter(this::has).toList();
    if (given.isEmpty()) {
      throw new Refused(wording.missing(wording.child(path, String.join("|", names))));
    }
    if (given.size() > 1) {
      throw wrong(given.get(1), "can't be given beside " + given.getFirst());
    }
    return given.getFirst();
  }

  /** A text that must be there. */
  public String text(String name, int max) {
    required(name);
    optionalText(name, max);
    return string(name);
  }

  /** A text that is missing, or neither empty nor longer than so many characters. */
  public void optionalText(String name, int max) {
    if (has(name)) {
      String text = text(name);
      if (text.codePointCount(0, text.length()) > max) {
        throw wrong(name, "must be at most " + max + " characters long");
      }
    }
  }

  /** A text that is there and not empty, however long. */
  public String text(String name) {
    required(name);
    if (!node.get(name).isTextual()) {
      throw wrong(name, "must be a string");
    }
    if (string(name).isBlank()) {
      throw wrong(name, "must be a non-empty string");
    }
    return string(name);
  }

  /** One of these values, which must be there. */
  public String choice(String name, List<String> values) {
    required(name);
    if (!values.contains(string(name))) {
      throw wrong(name, "must be one of {" + String.join(", ", values) + "}");
    }
    return string(name);
  }

  public void optionalChoice(String name, List<String> values) {
    if (has(name)) {
      choice(name, values);
    }
  }

  public void optionalBool(String name) {
    if (has(name) && !node.get(name).isBoolean()) {
      throw wrong(name, "must be a boolean");
    }
  }

  public void number(String name, double min, double max) {
    required(name);
    JsonNode value = node.get(name);
    boolean number = value.isNumber() || value.asText().matches("-?\\d+(\\.\\d+)?");
    if (!number || value.asDouble() < min || value.asDouble() > max) {
      throw wrong(name, "must be a number from " + min + " to " + max);
    }
  }

  /** An address over http or https, which must be there. */
  public void url(String name) {
    String text = text(name, MAX_URL);
    URI uri = uri(text);
    if (uri == null || uri.getHost() == null || !WEB.contains(String.valueOf(uri.getScheme()))) {
      throw wrong(name, "should represent a valid URL");
    }
  }

  public void optionalUrl(String name) {
    if (has(name)) {
      url(name);
    }
  }

  public Param object(String name) {
    required(name);
    if (node.get(name) instanceof ObjectNode object) {
      return new Param(object, wording.child(path, name), wording);
    }
    throw wrong(name, "must be a JSON object");
  }

  public Optional<Param> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** The objects of an array that must be there. */
  public List<Param> items(String name, int min, int max) {
    required(name);
    if (!(node.get(name) instanceof ArrayNode array)) {
      throw wrong(name, "must be an array");
    }
    if (array.size() < min || array.size() > max) {
      throw wrong(name, "must have from " + min + " to " + max + " elements");
    }
    String place = wording.child(path, name);
    List<Param> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof ObjectNode object)) {
        throw new Refused(wording.wrong(wording.item(place, i), "must be a JSON object"));
      }
      items.add(new Param(object, wording.item(place, i), wording));
    }
    return items;
  }

  public List<Param> optionalItems(String name, int max) {
    return has(name) ? items(name, 0, max) : List.of();
  }

  /** The body of a call as JSON. */
  public static Param read(byte[] body, Wording wording) {
    try {
      if (Json.parse(body) instanceof ObjectNode object) {
        return of(object, wording);
      }
    } catch (JsonProcessingException e) {
      throw new Refused(wording.wrong("body", "is not JSON: " + e.getOriginalMessage()));
    }
    throw new Refused(wording.wrong("body", "must be a JSON object"));
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
