package dev.parley.local.template;

import dev.parley.local.pattern.EventPattern;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that invokes a function. */
public sealed interface Trigger {
  /** In a word, as {@code GET /_local/functions} shows it. */
  String label();

  /**
   * A route of the HTTP API.
   *
   * @param path with parts such as {@code {id}} or {@code {rest+}}; {@code $default} takes the rest
   */
  record Http(String method, String path) implements Trigger {
    @Override
    public String label() {
      return path.equals("$default") ? path : method + " " + path;
    }
  }

  /** A queue, read in batches. */
  record Queue(
      String queue,
      int batchSize,
      Duration window,
      boolean partialFailures,
      int maxConcurrency,
      List<EventPattern> filters)
      implements Trigger {
    @Override
    public String label() {
      return "sqs " + queue;
    }
  }

  /**
   * A table's stream, read in batches and in order.
   *
   * @param maxRetries negative: without end
   * @param failureQueue where the position of a batch that was given up goes
   */
  record Stream(
      String table,
      boolean latest,
      int batchSize,
      Duration window,
      boolean partialFailures,
      boolean bisect,
      int maxRetries,
      Duration maxAge,
      List<EventPattern> filters,
      @Nullable String failureQueue)
      implements Trigger {
    @Override
    public String label() {
      return "stream " + table;
    }
  }

  /**
   * A schedule.
   *
   * @param rule whether it is a rule of the bus (its event says so) or the Scheduler's
   * @param input the payload; without one, the service's own event
   */
  record Schedule(String name, String expression, ZoneId zone, boolean rule, @Nullable String input)
      implements Trigger {
    @Override
    public String label() {
      return expression + " " + zone;
    }
  }

  /** A rule over a bus. */
  record Bus(String rule, String bus, EventPattern pattern, @Nullable String input)
      implements Trigger {
    @Override
    public String label() {
      return "bus " + bus;
    }
  }
}
