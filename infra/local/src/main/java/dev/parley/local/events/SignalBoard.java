package dev.parley.local.events;

import dev.parley.local.gateway.QueueTraffic;
import dev.parley.local.lambda.Activity;
import dev.parley.local.store.QueueClock;
import dev.parley.local.template.QueueSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A signal for each queue and each table: what functions do through the gateway raises them. */
public final class SignalBoard implements QueueTraffic {
  private static final Duration SLACK = Duration.ofMillis(2);

  private final QueueClock clock;
  private final Activity activity;
  private final Map<String, Signal> queues = new ConcurrentHashMap<>();
  private final Map<String, Signal> tables = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new LinkedHashMap<>();

  public SignalBoard(QueueClock clock, Activity activity, List<QueueSpec> specs) {
    this.clock = clock;
    this.activity = activity;
    specs.forEach(spec -> delays.put(spec.name(), spec.delay()));
  }

  Signal queue(String name) {
    return queues.computeIfAbsent(name, n -> new Signal(clock));
  }

  Signal table(String name) {
    return tables.computeIfAbsent(name, n -> new Signal(clock));
  }

  /** A table was written to. */
  public void written(String table) {
    table(table).raise();
    activity.changed();
  }

  @Override
  public void changed(String queue) {
    @Nullable Duration delay = delays.get(queue);
    if (delay != null && delay.isPositive()) {
      dueAfter(queue, delay);
    }
    queue(queue).raise();
    activity.changed();
  }

  @Override
  public void dueAfter(String queue, Duration delay) {
    queue(queue).dueAt(clock.nowMillis() + delay.plus(SLACK).toMillis());
  }

  /** A queue had nothing more to give. */
  void drained() {
    activity.changed();
  }

  /** The clock jumped: whatever waits looks again. */
  public void clockMoved() {
    queues.values().forEach(Signal::raise);
    tables.values().forEach(Signal::raise);
    activity.changed();
  }
}
