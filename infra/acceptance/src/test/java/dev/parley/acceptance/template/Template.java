package dev.parley.acceptance.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The deployment template with the stack of data nested in it. */
public record Template(Path root, Map<String, Object> main, Map<String, Object> data) {
  public static Template read() {
    Path root =
        Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("template.yaml")))
            .findFirst()
            .orElseThrow();
    return new Template(
        root, Yaml.read(root.resolve("template.yaml")), Yaml.read(root.resolve("infra/data.yaml")));
  }

  List<FunctionOfTemplate> functions() {
    Map<String, Object> globals = Yaml.under(Yaml.under(main, "Globals"), "Function");
    return resources(main).entrySet().stream()
        .filter(resource -> "AWS::Serverless::Function".equals(type(resource.getValue())))
        .map(
            resource ->
                new FunctionOfTemplate(
                    resource.getKey(),
                    FunctionOfTemplate.merged(
                        globals, Yaml.under(Yaml.map(resource.getValue()), "Properties"))))
        .toList();
  }

  static Map<String, Object> resources(Map<String, Object> stack) {
    return Yaml.under(stack, "Resources");
  }

  static @Nullable Object type(@Nullable Object resource) {
    return Yaml.map(resource).get("Type");
  }

  Map<String, Object> dataProperties(String resource) {
    return Yaml.under(Yaml.map(resources(data).get(resource)), "Properties");
  }

  /** Returns the resource of the data stack that the output tells of. */
  String resourceOf(String output) {
    Object value = Yaml.map(Yaml.under(data, "Outputs").get(output)).get("Value");
    return String.valueOf(Yaml.map(value).values().iterator().next()).split("\\.")[0];
  }

  /** Returns the routes of the published contract, as {@code GET /products}. */
  public Set<String> publishedRoutes(boolean open) {
    Set<String> routes = new TreeSet<>();
    Yaml.under(Yaml.read(root.resolve("infra/openapi.yaml")), "paths")
        .forEach(
            (path, methods) ->
                Yaml.map(methods)
                    .forEach(
                        (method, operation) -> {
                          if (open == Yaml.map(operation).containsKey("security")) {
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path);
                          }
                        }));
    return routes;
  }
}
