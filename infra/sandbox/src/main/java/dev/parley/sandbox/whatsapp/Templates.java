package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.meta.message.Param;
import dev.parley.sandbox.web.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The approved templates of each number, and whether a message fills one in as it must. */
final class Templates {
  private static final Pattern BROKEN = Pattern.compile("[\\n\\t]| {5,}");
  private static final List<String> COMPONENTS = List.of("header", "body", "button");

  private final Map<String, Map<String, Template>> byNumber = new LinkedHashMap<>();

  synchronized void add(String numberId, Template template) {
    byNumber
        .computeIfAbsent(numberId, id -> new LinkedHashMap<>())
        .put(template.name() + " " + template.language(), template);
  }

  synchronized ArrayNode of(String numberId) {
    ArrayNode all = Json.array();
    byNumber.getOrDefault(numberId, Map.of()).values().forEach(t -> all.add(t.json()));
    return all;
  }

  private synchronized Optional<Template> find(String numberId, String name, String language) {
    return Optional.ofNullable(
        byNumber.getOrDefault(numberId, Map.of()).get(name + " " + language));
  }

  /** The template that a message names, filled in as it must be. */
  Template check(String numberId, Param message) {
    String name = message.string("name");
    String language = message.object("language").string("code");
    Template template =
        find(numberId, name, language).orElseThrow(() -> new Refused(missing(name, language)));
    int body = 0;
    int header = 0;
    int urls = 0;
    for (Param component : message.optionalItems("components", 20)) {
      String type = component.string("type").toLowerCase(Locale.ROOT);
      switch (type) {
        case "body" -> body += parameters(component);
        case "header" -> header += header(template, component);
        case "button" -> urls += button(component);
        default -> component.choice("type", COMPONENTS);
      }
    }
    if (body != template.bodyParameters()) {
      throw new Refused(mismatch("body", body, template.bodyParameters()));
    }
    if (header != (template.header().equals("none") ? 0 : 1)) {
      throw new Refused(format("header: Format mismatch, expected " + template.header()));
    }
    if (urls != (template.urlButton() ? 1 : 0)) {
      throw new Refused(mismatch("buttons", urls, template.urlButton() ? 1 : 0));
    }
    return template;
  }

  /** The template's body with the message's values, as the phone shows it. */
  static String text(Template template, JsonNode message) {
    String text = template.body();
    int number = 1;
    for (JsonNode component : message.path("components")) {
      if (component.path("type").asText().equalsIgnoreCase("body")) {
        for (JsonNode value : component.path("parameters")) {
          text = text.replace("{{" + number++ + "}}", shown(value));
        }
      }
    }
    return text;
  }

  private static String shown(JsonNode value) {
    String type = value.path("type").asText();
    return type.equals("text")
        ? value.path("text").asText()
        : value.path(type).path("fallback_value").asText();
  }

  private static int parameters(Param component) {
    List<Param> parameters = component.optionalItems("parameters", 100);
    for (Param parameter : parameters) {
      String type = parameter.choice("type", List.of("text", "currency", "date_time"));
      if (type.equals("text") && BROKEN.matcher(parameter.text("text", 1024)).find()) {
        throw new Refused(format("Param text cannot have new-line/tab or 5 spaces in a row"));
      }
    }
    return parameters.size();
  }

  private static int header(Template template, Param component) {
    List<Param> parameters = component.items("parameters", 1, 1);
    String type = parameters.getFirst().string("type");
    if (!type.equals(template.header())) {
      String words = "header: Format mismatch, expected " + template.header() + ", received ";
      throw new Refused(format(words + type));
    }
    return 1;
  }

  private static int button(Param component) {
    boolean url = component.string("sub_type").equalsIgnoreCase("url");
    if (url) {
      component.required("index");
      component.items("parameters", 1, 1).getFirst().text("text", 2000);
    }
    return url ? 1 : 0;
  }

  private static GraphError missing(String name, String language) {
    return GraphError.whatsapp(
        404,
        132001,
        "Template name does not exist in the translation",
        "template name (" + name + ") does not exist in " + language);
  }

  private static GraphError mismatch(String part, int given, int expected) {
    return GraphError.whatsapp(
        400,
        132000,
        "Number of parameters does not match the expected number of params",
        "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
            .formatted(part, given, expected));
  }

  private static GraphError format(String details) {
    return GraphError.whatsapp(
        400, 132012, "Parameter format does not match format in the created template", details);
  }
}
