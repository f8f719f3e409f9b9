package dev.parley.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A template with its parameters: its resources, conditions, outputs and nested stacks. */
final class Stack {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");
  private static final Set<String> NESTED =
      Set.of("AWS::Serverless::Application", "AWS::CloudFormation::Stack");

  private final Path file;
  private final Node.Fields root;
  private final Map<String, Node> given;
  private final Surroundings surroundings;
  private final String name;
  private final Intrinsics intrinsics = new Intrinsics(this);
  private final Map<String, Stack> nested = new LinkedHashMap<>();
  private final Map<String, Boolean> conditions = new HashMap<>();
  private @Nullable Map<String, Resource> resources;

  Stack(Path file, Map<String, Node> given, Surroundings surroundings, String name) {
    this.file = file;
    this.root = YamlFile.read(file);
    this.given = given;
    this.surroundings = surroundings;
    this.name = name;
    root.map()
        .forEach(
            (section, value) -> {
              if (!SECTIONS.contains(section)) {
                throw new TemplateFault(value.place(), "the section " + section + " is unknown");
              }
            });
    checkParameters();
  }

  private void checkParameters() {
    Node.Fields declared = root.fields("Parameters");
    given.forEach(
        (parameter, value) -> {
          if (!declared.map().containsKey(parameter)) {
            throw new TemplateFault(value.place(), file.getFileName() + " has no " + parameter);
          }
        });
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Node.Fields globals() {
    return root.fields("Globals");
  }

  Node resolve(Node node) {
    return intrinsics.resolve(node);
  }

  /** The resources whose conditions hold, in the order of the file. */
  Map<String, Resource> resources() {
    Map<String, Resource> known = resources;
    if (known == null) {
      Map<String, Resource> found = new LinkedHashMap<>();
      root.fields("Resources").map().forEach((id, body) -> addResource(found, id, body.fields()));
      resources = found;
      known = found;
    }
    return known;
  }

  private void addResource(Map<String, Resource> found, String id, Node.Fields body) {
    Node condition = body.get("Condition");
    if (condition == null || condition(condition.text(), condition.place())) {
      found.put(id, new Resource(this, id, body.required("Type").text(), body));
    }
  }

  /** This stack and those that it nests, to any depth. */
  List<Stack> withNested() {
    List<Stack> all = new ArrayList<>(List.of(this));
    for (Resource resource : resources().values()) {
      if (NESTED.contains(resource.type())) {
        all.addAll(nested(resource).withNested());
      }
    }
    return all;
  }

  private Stack nested(Resource resource) {
    Stack known = nested.get(resource.logicalId());
    if (known != null) {
      return known;
    }
    Node.Fields properties = resource.rawProperties();
    Node location =
        properties.get("Location") == null
            ? properties.required("TemplateURL")
            : properties.required("Location");
    Path path = file.resolveSibling(location.text()).normalize();
    Map<String, Node> parameters =
        resource.property("Parameters") instanceof Node.Fields f ? f.map() : Map.of();
    Stack stack = new Stack(path, parameters, surroundings, name + "-" + resource.logicalId());
    nested.put(resource.logicalId(), stack);
    return stack;
  }

  boolean condition(String condition, Place place) {
    Boolean known = conditions.get(condition);
    if (known == null) {
      Node body = root.fields("Conditions").get(condition);
      if (body == null) {
        throw new TemplateFault(place, "there is no condition " + condition);
      }
      known = intrinsics.condition(body);
      conditions.put(condition, known);
    }
    return known;
  }

  Node inMap(List<Node> keys, Place place) {
    Node found = root.fields("Mappings");
    for (Node key : keys) {
      found = found.fields().get(key.text());
      if (found == null) {
        throw new TemplateFault(place, "Fn::FindInMap finds no " + key.text());
      }
    }
    return resolve(found);
  }

  /** What {@code Ref} gives. */
  Node ref(String target, Place place) {
    if (target.startsWith("AWS::")) {
      return pseudo(target, place);
    }
    Node parameter = root.fields("Parameters").get(target);
    if (parameter != null) {
      return parameter(target, parameter.fields(), place);
    }
    return new Node.Text(PhysicalNames.ref(resource(target, place)), true, place);
  }

  private Node pseudo(String target, Place place) {
    String value =
        switch (target) {
          case "AWS::Region" -> surroundings.region();
          case "AWS::AccountId" -> surroundings.account();
          case "AWS::Partition" -> "aws";
          case "AWS::URLSuffix" -> "amazonaws.com";
          case "AWS::StackName" -> name;
          case "AWS::StackId" -> surroundings.arn("cloudformation", "stack/" + name + "/local");
          case "AWS::NoValue" -> null;
          default -> throw new TemplateFault(place, target + " can't be honoured here");
        };
    return value == null ? new Node.None(place) : new Node.Text(value, true, place);
  }

  private Node parameter(String parameter, Node.Fields declaration, Place place) {
    Node value = given.getOrDefault(parameter, declaration.get("Default"));
    if (value == null) {
      throw new TemplateFault(
          declaration.place(), "the parameter " + parameter + " has no default and no value");
    }
    String type = declaration.text("Type", "String");
    return type.startsWith("List<") || type.equals("CommaDelimitedList")
        ? commaSeparated(value, place)
        : value;
  }

  private static Node commaSeparated(Node value, Place place) {
    if (value instanceof Node.Items) {
      return value;
    }
    List<Node> items = new ArrayList<>();
    for (String item : value.text().split(",", -1)) {
      items.add(new Node.Text(item.strip(), true, place));
    }
    return new Node.Items(List.copyOf(items), place);
  }

  /** What {@code Fn::GetAtt} gives. */
  String attribute(String logicalId, String attribute, Place place) {
    Resource resource = resource(logicalId, place);
    if (NESTED.contains(resource.type())) {
      if (!attribute.startsWith("Outputs.")) {
        throw new TemplateFault(place, "a nested stack has no " + attribute);
      }
      return nested(resource).output(attribute.substring("Outputs.".length()), place);
    }
    return PhysicalNames.attribute(resource, attribute, place);
  }

  private String output(String output, Place place) {
    Node declared = root.fields("Outputs").get(output);
    if (declared == null) {
      throw new TemplateFault(place, file.getFileName() + " has no output " + output);
    }
    return resolve(declared.fields().required("Value")).text();
  }

  private Resource resource(String logicalId, Place place) {
    Resource resource = resources().get(logicalId);
    if (resource == null) {
      throw new TemplateFault(place, "there is no resource or parameter " + logicalId);
    }
    return resource;
  }
}
