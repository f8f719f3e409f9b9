package dev.parley.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.system.RunnerProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the runner counted since it was last asked: what functions asked of AWS, and their log.
 *
 * @param json of {@code /_local/usage}
 * @param log the lines that functions wrote
 */
record Usage(JsonNode json, List<String> log) {
  private static final Set<String> BEHIND_API =
      Set.of(
          "LineWebhook",
          "SendMessage",
          "SendReferral",
          "FollowLink",
          "IngestOrders",
          "ReferralReports",
          "Conversations");
  private static final Set<String> ON_STANDARD_QUEUES = Set.of("FollowLink", "RecordClicks");

  static Usage take(RunnerProcess runner, int linesBefore) {
    JsonNode json = runner.api().get("/_local/usage").is(200).json();
    List<String> lines = runner.outputLines();
    return new Usage(
        json,
        lines.subList(linesBefore, lines.size()).stream()
            .filter(line -> line.startsWith("{") && line.contains("\"function\""))
            .toList());
  }

  Units units() {
    Units sum = Units.NONE;
    for (var function : json.path("functions").properties()) {
      sum = sum.plus(units(function.getKey(), function.getValue()));
    }
    int bytes = log.stream().mapToInt(Usage::bytes).sum();
    return sum.plus(new Units(0, 0, 0, 0, 0, 0, 0, 0, bytes));
  }

  private static Units units(String name, JsonNode function) {
    double invocations = function.path("invocations").asDouble();
    Units units =
        BEHIND_API.contains(name) ? Units.apiRequests(invocations) : Units.invocations(invocations);
    units = units.plus(new Units(0, 0, function.path("gbSeconds").asDouble(), 0, 0, 0, 0, 0, 0));
    for (var operation : function.path("operations").properties()) {
      units = units.plus(units(name, operation.getKey(), operation.getValue()));
    }
    return units;
  }

  private static Units units(String function, String operation, JsonNode tally) {
    double count = tally.path("count").asDouble();
    return switch (operation.substring(0, operation.indexOf(':'))) {
      case "dynamodb" ->
          Units.reads(tally.path("readUnits").asDouble())
              .plus(Units.writes(tally.path("writeUnits").asDouble()));
      case "sqs" ->
          ON_STANDARD_QUEUES.contains(function) ? Units.standard(count) : Units.fifo(count);
      case "kms" -> new Units(0, 0, 0, 0, 0, 0, 0, count, 0);
      default -> Units.NONE; // a platform's call, or a stream's read, which Lambda has for free
    };
  }

  /** Returns how many batches were received from queues. */
  double batches() {
    return tallies()
        .filter(tally -> tally.has("sqs:ReceiveMessage"))
        .mapToDouble(tally -> tally.path("sqs:ReceiveMessage").path("count").asDouble())
        .sum();
  }

  private Stream<JsonNode> tallies() {
    return json.path("functions").valueStream().map(function -> function.path("operations"));
  }

  /** Returns the bytes of the longest line. */
  int longestLine() {
    return log.stream().mapToInt(Usage::bytes).max().orElse(0);
  }

  private static int bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length + 1;
  }

  /** Returns what each function asked of each service, as a table of details shows it. */
  List<String> details(int times) {
    return json.path("functions").properties().stream()
        .map(f -> f.getKey() + ": " + details(f.getValue(), times))
        .toList();
  }

  private static String details(JsonNode function, int times) {
    StringBuilder text = new StringBuilder();
    text.append(function.path("invocations").asDouble() / times).append(" invocations");
    for (var operation : function.path("operations").properties()) {
      JsonNode tally = operation.getValue();
      text.append(", ")
          .append(operation.getKey())
          .append(' ')
          .append(tally.path("count").asDouble() / times);
      unit(text, tally, "readUnits", " r", times);
      unit(text, tally, "writeUnits", " w", times);
    }
    return text.toString();
  }

  private static void unit(
      StringBuilder text, JsonNode tally, String name, String sign, int times) {
    double units = tally.path(name).asDouble();
    if (units > 0) {
      text.append(" (").append(units / times).append(sign).append(')');
    }
  }
}
