package dev.parley.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How a function's invocations went. */
final class FunctionStatistics {
  private static final int KEPT = 10_000;

  private long invocations;
  private long errors;
  private long bytesIn;
  private long bytesOut;
  private final Deque<Double> milliseconds = new ArrayDeque<>();

  synchronized void record(Outcome outcome, Duration duration, int in) {
    invocations++;
    bytesIn += in;
    if (outcome instanceof Outcome.Returned(byte[] payload)) {
      bytesOut += payload.length;
    } else {
      errors++;
    }
    milliseconds.addLast(duration.toNanos() / 1e6);
    if (milliseconds.size() > KEPT) {
      milliseconds.removeFirst();
    }
  }

  synchronized void describe(ObjectNode json) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    json.put("invocations", invocations).put("errors", errors);
    json.putObject("duration").put("p50", quantile(sorted, 50)).put("p99", quantile(sorted, 99));
    json.put("bytesIn", bytesIn).put("bytesOut", bytesOut);
  }

  private static double quantile(List<Double> sorted, int percent) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int index = Math.ceilDiv(sorted.size() * percent, 100) - 1;
    return Math.round(sorted.get(Math.max(0, index)) * 1000) / 1000.0;
  }
}
