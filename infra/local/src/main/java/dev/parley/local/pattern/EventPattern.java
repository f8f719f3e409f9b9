package dev.parley.local.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event pattern: what an event must hold so that a rule or an event source takes it. Every field
 * named must match one of the values listed for it.
 */
public final class EventPattern {
  private final Map<String, EventPattern> nested = new LinkedHashMap<>();
  private final Map<String, List<ValueTest>> leaves = new LinkedHashMap<>();
  private final List<EventPattern> alternatives = new ArrayList<>();

  private EventPattern() {}

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it isn't one, or uses what is not known here
   */
  public static EventPattern of(JsonNode json) {
    if (!json.isObject() || json.isEmpty()) {
      throw new IllegalArgumentException("a pattern must be an object with at least one field");
    }
    EventPattern pattern = new EventPattern();
    json.properties().forEach(field -> pattern.add(field.getKey(), field.getValue()));
    return pattern;
  }

  private void add(String field, JsonNode value) {
    if (field.equals("$or") && value.isArray()) {
      value.forEach(one -> alternatives.add(of(one)));
    } else if (value.isObject()) {
      nested.put(field, of(value));
    } else if (value.isArray() && !value.isEmpty()) {
      List<ValueTest> tests = new ArrayList<>();
      value.forEach(one -> tests.add(ValueTest.of(one)));
      leaves.put(field, tests);
    } else {
      throw new IllegalArgumentException("the field " + field + " must list values or fields");
    }
  }

  public boolean matches(JsonNode event) {
    return leaves.entrySet().stream().allMatch(l -> leaf(l.getValue(), event.path(l.getKey())))
        && nested.entrySet().stream().allMatch(n -> nested(n.getValue(), event.path(n.getKey())))
        && (alternatives.isEmpty() || alternatives.stream().anyMatch(a -> a.matches(event)));
  }

  private static boolean leaf(List<ValueTest> tests, JsonNode value) {
    if (value.isArray()) {
      for (JsonNode one : value) {
        if (leaf(tests, one)) {
          return true;
        }
      }
      return false;
    }
    return tests.stream().anyMatch(test -> test.holds(value));
  }

  private static boolean nested(EventPattern pattern, JsonNode value) {
    if (value.isArray()) {
      for (JsonNode one : value) {
        if (pattern.matches(one)) {
          return true;
        }
      }
      return false;
    }
    return pattern.matches(value);
  }
}
