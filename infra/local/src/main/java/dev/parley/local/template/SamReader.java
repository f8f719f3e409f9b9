package dev.parley.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the stacks' resources into a deployment. */
final class SamReader {
  private static final int DEFAULT_CONCURRENCY = 10;
  private static final Set<String> HTTP_API_GLOBALS =
      Set.of(
          "Name",
          "AccessLogSettings",
          "DefaultRouteSettings",
          "RouteSettings",
          "Tags",
          "PropagateTags",
          "StageName");

  private final Stack root;

  SamReader(Path template, Map<String, String> parameters, Surroundings surroundings) {
    Map<String, Node> given = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> given.put(name, new Node.Text(value, true, new Place("options", 1))));
    this.root = new Stack(template, given, surroundings, "parley");
  }

  Deployment read() {
    List<FunctionSpec> functions = new ArrayList<>();
    List<TableSpec> tables = new ArrayList<>();
    List<QueueSpec> queues = new ArrayList<>();
    Map<String, String> keys = new LinkedHashMap<>();
    Set<String> buses = new TreeSet<>(Set.of("default"));
    for (Stack stack : root.withNested()) {
      checkGlobals(stack);
      for (Resource resource : stack.resources().values()) {
        Properties.check(resource);
        String name = PhysicalNames.name(resource);
        switch (resource.type()) {
          case "AWS::Serverless::Function" -> functions.add(function(resource));
          case "AWS::Serverless::HttpApi" -> checkApi(resource);
          case "AWS::DynamoDB::Table" -> tables.add(StoreReader.table(resource));
          case "AWS::SQS::Queue" -> queues.add(StoreReader.queue(resource));
          case "AWS::KMS::Key" -> keys.put(name, name);
          case "AWS::KMS::Alias" ->
              keys.put(name, PhysicalNames.nameIn(resource.property("TargetKeyId").text()));
          case "AWS::Events::EventBus" -> buses.add(name);
          default -> {}
        }
      }
    }
    return new Deployment(
        List.copyOf(functions), List.copyOf(tables), List.copyOf(queues), Map.copyOf(keys), buses);
  }

  private static void checkGlobals(Stack stack) {
    Properties.only(stack.globals(), Set.of("Function", "HttpApi"), "Globals");
    Properties.only(stack.globals().fields("HttpApi"), HTTP_API_GLOBALS, "Globals.HttpApi");
  }

  private static void checkApi(Resource resource) {
    Node stage = resource.property("StageName");
    if (stage instanceof Node.Text text && !text.text().equals("$default")) {
      throw new TemplateFault(text.place(), "only the stage $default can be honoured");
    }
  }

  private static FunctionSpec function(Resource resource) {
    Resource whole = withGlobals(resource);
    Properties.check(whole);
    Node.Fields async = fields(whole.property("EventInvokeConfig"));
    return new FunctionSpec(
        whole.logicalId(),
        handler(whole),
        environment(whole),
        Duration.ofSeconds(whole.property("Timeout") instanceof Node.Text t ? t.number() : 3),
        whole.property("MemorySize") instanceof Node.Text t ? t.number() : 128,
        whole.property("ReservedConcurrentExecutions") instanceof Node.Text t
            ? Math.min(t.number(), DEFAULT_CONCURRENCY)
            : DEFAULT_CONCURRENCY,
        async.number("MaximumRetryAttempts", 2),
        failureQueue(async),
        new TriggerReader(whole).triggers(),
        whole.place());
  }

  private static Resource withGlobals(Resource resource) {
    Node.Fields globals = resource.stack().globals().fields("Function");
    Node.Fields merged = merge(globals, resource.rawProperties());
    Map<String, Node> body = new LinkedHashMap<>(resource.body().map());
    body.put("Properties", merged);
    return new Resource(
        resource.stack(),
        resource.logicalId(),
        resource.type(),
        new Node.Fields(body, resource.place()));
  }

  /** As SAM merges: mappings key by key, lists one after the other, all else replaced. */
  private static Node.Fields merge(Node.Fields general, Node.Fields own) {
    Map<String, Node> merged = new LinkedHashMap<>(general.map());
    own.map()
        .forEach(
            (name, value) ->
                merged.merge(name, value, (before, after) -> mergeValues(before, after)));
    return new Node.Fields(merged, own.place());
  }

  private static Node mergeValues(Node before, Node after) {
    if (before instanceof Node.Fields general && after instanceof Node.Fields own) {
      return merge(general, own);
    }
    if (before instanceof Node.Items general && after instanceof Node.Items own) {
      List<Node> both = new ArrayList<>(general.list());
      both.addAll(own.list());
      return new Node.Items(both, own.place());
    }
    return after;
  }

  private static String handler(Resource function) {
    String handler = required(function, "Handler").text();
    int method = handler.indexOf("::");
    if (method >= 0 && !handler.endsWith("::handleRequest")) {
      throw new TemplateFault(function.property("Handler").place(), "only handleRequest is called");
    }
    return method < 0 ? handler : handler.substring(0, method);
  }

  private static Map<String, String> environment(Resource function) {
    Map<String, String> variables = new LinkedHashMap<>();
    fields(function.property("Environment"))
        .fields("Variables")
        .map()
        .forEach((name, value) -> variables.put(name, value.text()));
    return Map.copyOf(variables);
  }

  static @Nullable String failureQueue(Node.Fields config) {
    Node.Fields failure = config.fields("DestinationConfig").fields("OnFailure");
    Node destination = failure.get("Destination");
    return destination == null ? null : PhysicalNames.nameIn(destination.text());
  }

  static Node required(Resource resource, String property) {
    Node value = resource.property(property);
    if (value instanceof Node.None) {
      throw new TemplateFault(resource.place(), resource.logicalId() + " has no " + property);
    }
    return value;
  }

  static Node.Fields fields(Node node) {
    return node instanceof Node.None ? new Node.Fields(Map.of(), node.place()) : node.fields();
  }
}
