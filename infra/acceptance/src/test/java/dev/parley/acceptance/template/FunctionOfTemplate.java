package dev.parley.acceptance.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A function as the template has it, the globals merged in. */
record FunctionOfTemplate(String name, Map<String, Object> properties) {
  private static final Pattern OUTPUT = Pattern.compile("Data\\.Outputs\\.(\\w+)");

  /** An HTTP route. */
  record Route(String method, String path, String api) {
    String text() {
      return method + " " + path;
    }
  }

  @Override
  public String toString() {
    return name;
  }

  String context() {
    String handler = text("Handler");
    return handler.split("\\.")[2];
  }

  String text(String property) {
    return String.valueOf(properties.get(property));
  }

  int timeout() {
    return Integer.parseInt(text("Timeout"));
  }

  /** Returns the own variables, without those of all functions. */
  Set<String> variables() {
    Set<String> names =
        new TreeSet<>(Yaml.under(Yaml.under(properties, "Environment"), "Variables").keySet());
    names.remove("JAVA_TOOL_OPTIONS");
    return names;
  }

  List<Map<String, Object>> statements() {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (Object policy : Yaml.list(properties.getOrDefault("Policies", List.of()))) {
      for (Object statement : Yaml.list(Yaml.map(policy).getOrDefault("Statement", List.of()))) {
        statements.add(Yaml.map(statement));
      }
    }
    return statements;
  }

  /** Returns the names of the data stack's outputs that a part of the template refers to. */
  static Set<String> outputsIn(@Nullable Object part) {
    Set<String> outputs = new TreeSet<>();
    Matcher matcher = OUTPUT.matcher(String.valueOf(part));
    while (matcher.find()) {
      outputs.add(matcher.group(1));
    }
    return outputs;
  }

  List<Map<String, Object>> events(String type) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (Object event : Yaml.under(properties, "Events").values()) {
      if (type.equals(Yaml.map(event).get("Type"))) {
        events.add(Yaml.under(Yaml.map(event), "Properties"));
      }
    }
    return events;
  }

  List<Route> routes() {
    return events("HttpApi").stream()
        .map(
            event ->
                new Route(
                    String.valueOf(event.get("Method")),
                    String.valueOf(event.get("Path")),
                    String.valueOf(Yaml.map(event.getOrDefault("ApiId", Map.of())).get("Ref"))))
        .toList();
  }

  static Map<String, Object> merged(Map<String, Object> general, Map<String, Object> own) {
    Map<String, Object> merged = new LinkedHashMap<>(general);
    own.forEach(
        (name, value) ->
            merged.merge(
                name,
                value,
                (before, after) ->
                    before instanceof Map && after instanceof Map
                        ? merged(Yaml.map(before), Yaml.map(after))
                        : after));
    return merged;
  }
}
