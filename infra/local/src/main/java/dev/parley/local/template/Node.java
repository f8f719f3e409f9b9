package dev.parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value of a template, with the place where it stands. */
public sealed interface Node {
  Place place();

  /** The value as JSON, unquoted numbers and booleans as such. */
  JsonNode json();

  /** The value as a text; anything else is a fault. */
  default String text() {
    throw new TemplateFault(place(), "a text is expected here");
  }

  /** The value as a mapping; anything else is a fault. */
  default Fields fields() {
    throw new TemplateFault(place(), "a mapping is expected here");
  }

  /** The value as a list; anything else is a fault. */
  default List<Node> list() {
    throw new TemplateFault(place(), "a list is expected here");
  }

  default int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw new TemplateFault(place(), "a whole number is expected here, not " + text(), e);
    }
  }

  default boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new TemplateFault(place(), "true or false is expected here, not " + text());
    };
  }

  /** Nothing: an empty value, or what {@code AWS::NoValue} leaves. */
  record None(Place place) implements Node {
    @Override
    public JsonNode json() {
      return JsonNodeFactory.instance.nullNode();
    }
  }

  /** A text, number or boolean; {@code quoted} when it can only be a text. */
  record Text(String text, boolean quoted, Place place) implements Node {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @Override
    public JsonNode json() {
      if (!quoted && NUMBER.matcher(text).matches()) {
        BigDecimal value = new BigDecimal(text);
        return value.scale() == 0
            ? JsonNodeFactory.instance.numberNode(value.longValueExact())
            : JsonNodeFactory.instance.numberNode(value);
      }
      return !quoted && (text.equals("true") || text.equals("false"))
          ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
          : JsonNodeFactory.instance.textNode(text);
    }
  }

  /** A list. */
  record Items(List<Node> list, Place place) implements Node {
    @Override
    public JsonNode json() {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> json.add(item.json()));
      return json;
    }
  }

  /** A mapping, in the order in which it is written. */
  record Fields(Map<String, Node> map, Place place) implements Node {
    @Override
    public Fields fields() {
      return this;
    }

    public @Nullable Node get(String name) {
      Node value = map.get(name);
      return value instanceof None ? null : value;
    }

    public Node required(String name) {
      Node value = get(name);
      if (value == null) {
        throw new TemplateFault(place, name + " is missing");
      }
      return value;
    }

    public Fields fields(String name) {
      Node value = get(name);
      return value == null ? new Fields(Map.of(), place) : value.fields();
    }

    public List<Node> list(String name) {
      Node value = get(name);
      return value == null ? List.of() : value.list();
    }

    public String text(String name, String otherwise) {
      Node value = get(name);
      return value == null ? otherwise : value.text();
    }

    public int number(String name, int otherwise) {
      Node value = get(name);
      return value == null ? otherwise : value.number();
    }

    public boolean flag(String name, boolean otherwise) {
      Node value = get(name);
      return value == null ? otherwise : value.flag();
    }

    @Override
    public JsonNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      map.forEach((name, value) -> json.set(name, value.json()));
      return json;
    }
  }
}
