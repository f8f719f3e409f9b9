package dev.parley.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CloudFormation's functions, worked out over one stack's names. */
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  private final Stack stack;

  Intrinsics(Stack stack) {
    this.stack = stack;
  }

  /** Returns the value with every function replaced by its result. */
  Node resolve(Node node) {
    return switch (node) {
      case Node.None none -> none;
      case Node.Text text -> text;
      case Node.Items items -> new Node.Items(resolveAll(items.list()), items.place());
      case Node.Fields fields when function(fields) -> call(fields);
      case Node.Fields fields -> resolveFields(fields);
    };
  }

  private List<Node> resolveAll(List<Node> nodes) {
    return nodes.stream().map(this::resolve).filter(n -> !(n instanceof Node.None)).toList();
  }

  private Node resolveFields(Node.Fields fields) {
    Map<String, Node> resolved = new LinkedHashMap<>();
    fields
        .map()
        .forEach(
            (name, value) -> {
              Node result = resolve(value);
              if (!(result instanceof Node.None)) {
                resolved.put(name, result);
              }
            });
    return new Node.Fields(resolved, fields.place());
  }

  private static boolean function(Node.Fields fields) {
    return fields.map().size() == 1
        && fields.map().keySet().stream().allMatch(k -> k.equals("Ref") || k.startsWith("Fn::"));
  }

  private Node call(Node.Fields fields) {
    Map.Entry<String, Node> only = fields.map().entrySet().iterator().next();
    Node argument = only.getValue();
    Place place = fields.place();
    return switch (only.getKey()) {
      case "Ref" -> stack.ref(argument.text(), place);
      case "Fn::GetAtt" -> getAttribute(argument, place);
      case "Fn::Sub" -> substitute(argument, place);
      case "Fn::Join" -> join(argument, place);
      case "Fn::If" -> choose(argument, place);
      case "Fn::Select" -> select(argument, place);
      case "Fn::Split" -> split(argument, place);
      case "Fn::FindInMap" -> stack.inMap(resolve(argument).list(), place);
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          text(Boolean.toString(condition(fields)), place);
      default -> throw new TemplateFault(place, only.getKey() + " can't be honoured here");
    };
  }

  private static Node text(String value, Place place) {
    return new Node.Text(value, true, place);
  }

  private Node getAttribute(Node argument, Place place) {
    if (argument instanceof Node.Text whole) {
      int dot = whole.text().indexOf('.');
      return attribute(whole.text().substring(0, dot), whole.text().substring(dot + 1), place);
    }
    List<Node> parts = resolve(argument).list();
    return attribute(parts.get(0).text(), parts.get(1).text(), place);
  }

  private Node attribute(String logicalId, String attribute, Place place) {
    return text(stack.attribute(logicalId, attribute, place), place);
  }

  private Node substitute(Node argument, Place place) {
    Node.Fields values = new Node.Fields(Map.of(), place);
    Node pattern = argument;
    if (argument instanceof Node.Items items) {
      pattern = items.list().get(0);
      values = resolve(items.list().get(1)).fields();
    }
    Matcher matcher = VARIABLE.matcher(pattern.text());
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String value = variable(matcher.group(1), values, pattern.place());
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return text(matcher.appendTail(result).toString(), place);
  }

  private String variable(String name, Node.Fields values, Place place) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    Node given = values.get(name);
    if (given != null) {
      return given.text();
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? stack.ref(name, place).text()
        : stack.attribute(name.substring(0, dot), name.substring(dot + 1), place);
  }

  private Node join(Node argument, Place place) {
    List<Node> parts = arguments(argument, 2, "Fn::Join", place);
    List<String> texts = resolve(parts.get(1)).list().stream().map(Node::text).toList();
    return text(String.join(parts.get(0).text(), texts), place);
  }

  private Node choose(Node argument, Place place) {
    List<Node> parts = arguments(argument, 3, "Fn::If", place);
    boolean chosen = stack.condition(parts.get(0).text(), place);
    return resolve(parts.get(chosen ? 1 : 2));
  }

  private Node select(Node argument, Place place) {
    List<Node> parts = arguments(argument, 2, "Fn::Select", place);
    int index = resolve(parts.get(0)).number();
    List<Node> from = resolve(parts.get(1)).list();
    if (index < 0 || index >= from.size()) {
      throw new TemplateFault(place, "Fn::Select: there is no item " + index);
    }
    return from.get(index);
  }

  private Node split(Node argument, Place place) {
    List<Node> parts = arguments(argument, 2, "Fn::Split", place);
    String[] pieces = resolve(parts.get(1)).text().split(Pattern.quote(parts.get(0).text()), -1);
    List<Node> items = new ArrayList<>();
    for (String piece : pieces) {
      items.add(text(piece, place));
    }
    return new Node.Items(List.copyOf(items), place);
  }

  private static List<Node> arguments(Node argument, int count, String function, Place place) {
    List<Node> parts = argument.list();
    if (parts.size() != count) {
      throw new TemplateFault(place, function + " takes " + count + " arguments");
    }
    return parts;
  }

  /** Works out what stands under {@code Conditions}. */
  boolean condition(Node node) {
    Node.Fields fields = node.fields();
    Map.Entry<String, Node> only = fields.map().entrySet().iterator().next();
    Node argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> stack.condition(argument.text(), node.place());
      case "Fn::Not" -> !condition(argument.list().getFirst());
      case "Fn::And" -> argument.list().stream().allMatch(this::condition);
      case "Fn::Or" -> argument.list().stream().anyMatch(this::condition);
      case "Fn::Equals" -> {
        List<Node> sides = arguments(argument, 2, "Fn::Equals", node.place());
        yield resolve(sides.get(0)).json().asText().equals(resolve(sides.get(1)).json().asText());
      }
      default -> throw new TemplateFault(node.place(), only.getKey() + " is no condition");
    };
  }
}
