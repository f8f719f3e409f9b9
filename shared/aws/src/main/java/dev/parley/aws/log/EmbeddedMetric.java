package dev.parley.aws.log;

import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.Map;

/** A count that rides on a log line in CloudWatch's embedded metric format, by function. */
public final class EmbeddedMetric {
  private static final String NAMESPACE = "Parley";

  private EmbeddedMetric() {}

  /**
   * Writes the metric's declaration and its value; the line carries the dimension {@code function}
   * already.
   */
  public static void count(JsonWriter w, String name, long value, long epochMillis) {
    w.field(name, value)
        .put(
            "_aws",
            Map.of(
                "Timestamp",
                epochMillis,
                "CloudWatchMetrics",
                List.of(
                    Map.of(
                        "Namespace",
                        NAMESPACE,
                        "Dimensions",
                        List.of(List.of("function")),
                        "Metrics",
                        List.of(Map.of("Name", name, "Unit", "Count"))))));
  }
}
