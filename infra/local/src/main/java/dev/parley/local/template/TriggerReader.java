package dev.parley.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.local.pattern.EventPattern;
import dev.parley.local.schedule.ScheduleExpression;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the events of one function into triggers. */
final class TriggerReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "HttpApi",
          Set.of(
              "ApiId",
              "Method",
              "Path",
              "PayloadFormatVersion",
              "TimeoutInMillis",
              "Auth",
              "RouteSettings"),
          "SQS",
          Set.of(
              "Queue",
              "BatchSize",
              "MaximumBatchingWindowInSeconds",
              "FunctionResponseTypes",
              "ScalingConfig",
              "Enabled",
              "FilterCriteria"),
          "DynamoDB",
          Set.of(
              "Stream",
              "StartingPosition",
              "BatchSize",
              "MaximumBatchingWindowInSeconds",
              "FunctionResponseTypes",
              "BisectBatchOnFunctionError",
              "MaximumRetryAttempts",
              "MaximumRecordAgeInSeconds",
              "ParallelizationFactor",
              "DestinationConfig",
              "Enabled",
              "FilterCriteria"),
          "ScheduleV2",
          Set.of(
              "ScheduleExpression",
              "ScheduleExpressionTimezone",
              "Input",
              "State",
              "Name",
              "Description",
              "GroupName",
              "FlexibleTimeWindow",
              "RetryPolicy",
              "DeadLetterConfig",
              "RoleArn",
              "PermissionsBoundary",
              "OmitName"),
          "Schedule",
          Set.of(
              "Schedule",
              "Name",
              "Description",
              "Enabled",
              "State",
              "Input",
              "RetryPolicy",
              "DeadLetterConfig",
              "RoleArn"),
          "EventBridgeRule",
          Set.of(
              "Pattern",
              "EventBusName",
              "Input",
              "State",
              "RuleName",
              "RetryPolicy",
              "DeadLetterConfig"));

  private final Resource function;

  TriggerReader(Resource function) {
    this.function = function;
  }

  List<Trigger> triggers() {
    List<Trigger> triggers = new ArrayList<>();
    Node events = function.rawProperties().get("Events");
    if (events != null) {
      events
          .fields()
          .map()
          .forEach((name, event) -> trigger(name, event.fields()).ifPresent(triggers::add));
    }
    return List.copyOf(triggers);
  }

  private Optional<Trigger> trigger(String name, Node.Fields event) {
    Node type = event.required("Type");
    Set<String> known = KNOWN.get(type.text());
    if (known == null) {
      throw new TemplateFault(type.place(), "events of type " + type.text() + " can't be honoured");
    }
    Node.Fields raw = event.fields("Properties");
    Properties.only(raw, known, "a " + type.text() + " event");
    Node.Fields p = function.stack().resolve(raw).fields();
    Node.Fields placed = new Node.Fields(p.map(), event.place());
    if (!placed.flag("Enabled", true) || placed.text("State", "ENABLED").equals("DISABLED")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type.text()) {
          case "HttpApi" -> http(placed);
          case "SQS" -> queue(placed);
          case "DynamoDB" -> stream(placed);
          case "ScheduleV2" -> scheduleV2(name, placed);
          case "Schedule" -> scheduleRule(name, placed);
          default -> bus(name, placed);
        });
  }

  private Trigger http(Node.Fields p) {
    Node auth = p.get("Auth");
    if (auth != null && !auth.fields().text("Authorizer", "NONE").equals("NONE")) {
      throw new TemplateFault(auth.place(), "authorizers can't be honoured here");
    }
    if (!p.text("PayloadFormatVersion", "2.0").equals("2.0")) {
      throw new TemplateFault(p.place(), "only payload 2.0 can be honoured");
    }
    String path = p.text("Path", "$default");
    return new Trigger.Http(p.text("Method", "ANY").toUpperCase(Locale.ROOT), path);
  }

  private Trigger queue(Node.Fields p) {
    String queue = PhysicalNames.nameIn(p.required("Queue").text());
    return new Trigger.Queue(
        queue,
        p.number("BatchSize", 10),
        Duration.ofSeconds(p.number("MaximumBatchingWindowInSeconds", 0)),
        partialFailures(p),
        p.fields("ScalingConfig").number("MaximumConcurrency", Integer.MAX_VALUE),
        filters(p));
  }

  private Trigger stream(Node.Fields p) {
    Node start = p.required("StartingPosition");
    if (!Set.of("LATEST", "TRIM_HORIZON").contains(start.text())) {
      throw new TemplateFault(start.place(), start.text() + " can't be honoured here");
    }
    return new Trigger.Stream(
        PhysicalNames.nameIn(p.required("Stream").text()),
        start.text().equals("LATEST"),
        p.number("BatchSize", 100),
        Duration.ofSeconds(p.number("MaximumBatchingWindowInSeconds", 0)),
        partialFailures(p),
        p.flag("BisectBatchOnFunctionError", false),
        p.number("MaximumRetryAttempts", -1),
        Duration.ofSeconds(p.number("MaximumRecordAgeInSeconds", -1)),
        filters(p),
        SamReader.failureQueue(p));
  }

  private static boolean partialFailures(Node.Fields p) {
    boolean reported = false;
    for (Node type : p.list("FunctionResponseTypes")) {
      if (!type.text().equals("ReportBatchItemFailures")) {
        throw new TemplateFault(type.place(), type.text() + " is no response type");
      }
      reported = true;
    }
    return reported;
  }

  private static List<EventPattern> filters(Node.Fields p) {
    List<EventPattern> patterns = new ArrayList<>();
    for (Node filter : p.fields("FilterCriteria").list("Filters")) {
      Node pattern = filter.fields().required("Pattern");
      patterns.add(pattern(json(pattern), pattern.place()));
    }
    return List.copyOf(patterns);
  }

  private static JsonNode json(Node text) {
    try {
      return JSON.readTree(text.text());
    } catch (JsonProcessingException e) {
      throw new TemplateFault(text.place(), "this is not JSON", e);
    }
  }

  private static EventPattern pattern(JsonNode json, Place place) {
    try {
      return EventPattern.of(json);
    } catch (IllegalArgumentException e) {
      throw new TemplateFault(place, String.valueOf(e.getMessage()), e);
    }
  }

  private Trigger scheduleV2(String event, Node.Fields p) {
    Node zone = p.get("ScheduleExpressionTimezone");
    String name = p.text("Name", function.logicalId() + event);
    return schedule(name, p.required("ScheduleExpression"), zone, false, input(p));
  }

  private Trigger scheduleRule(String event, Node.Fields p) {
    String name = p.text("Name", function.logicalId() + event);
    return schedule(name, p.required("Schedule"), null, true, input(p));
  }

  private static Trigger schedule(
      String name, Node expression, @Nullable Node zone, boolean rule, @Nullable String input) {
    ZoneId zoneId = zone == null ? ZoneOffset.UTC : zone(zone);
    try {
      Objects.requireNonNull(ScheduleExpression.of(expression.text(), zoneId, Instant.EPOCH));
      return new Trigger.Schedule(name, expression.text(), zoneId, rule, input);
    } catch (IllegalArgumentException e) {
      throw new TemplateFault(expression.place(), String.valueOf(e.getMessage()), e);
    }
  }

  private static ZoneId zone(Node zone) {
    try {
      return ZoneId.of(zone.text());
    } catch (DateTimeException e) {
      throw new TemplateFault(zone.place(), zone.text() + " is no time zone", e);
    }
  }

  private static @Nullable String input(Node.Fields p) {
    Node input = p.get("Input");
    return input == null ? null : json(input).toString();
  }

  private Trigger bus(String event, Node.Fields p) {
    Node pattern = p.required("Pattern");
    String bus = PhysicalNames.nameIn(p.text("EventBusName", "default"));
    String rule = p.text("RuleName", function.logicalId() + event);
    return new Trigger.Bus(rule, bus, pattern(pattern.json(), pattern.place()), input(p));
  }
}
