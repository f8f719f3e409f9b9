package dev.parley.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.local.gateway.Callers;
import dev.parley.local.gateway.Meter;
import dev.parley.local.template.FunctionSpec;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A function of the template with its instances, which come as they are needed. */
public final class LambdaFunction {
  private final FunctionSpec spec;
  private final String arn;
  private final Function<String, RuntimeEnvironment> environments;
  private final Callers callers;
  private final Meter meter;
  private final Activity activity;
  private final Consumer<String> log;
  private final Semaphore capacity;
  private final Deque<FunctionInstance> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger started = new AtomicInteger();
  private final FunctionStatistics statistics = new FunctionStatistics();

  /**
   * @param environments what an instance is started with, by its access key id
   * @param log takes a line whenever an invocation fails
   */
  LambdaFunction(
      FunctionSpec spec,
      String arn,
      Function<String, RuntimeEnvironment> environments,
      Shared shared) {
    this.spec = spec;
    this.arn = arn;
    this.environments = environments;
    this.callers = shared.callers();
    this.meter = shared.meter();
    this.activity = shared.activity();
    this.log = shared.log();
    this.capacity = new Semaphore(spec.maxConcurrency(), true);
  }

  /** What all functions have in common. */
  public record Shared(Callers callers, Meter meter, Activity activity, Consumer<String> log) {}

  public FunctionSpec spec() {
    return spec;
  }

  /** Invokes the function and waits for its end, and before that for a free instance. */
  public Outcome invoke(byte[] event) {
    activity.began();
    try {
      capacity.acquire();
      try {
        return invokeNow(event);
      } finally {
        capacity.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("The runner stops"));
    } finally {
      activity.ended();
    }
  }

  private Outcome invokeNow(byte[] event) throws InterruptedException {
    FunctionInstance warm = idle.pollFirst();
    FunctionInstance instance = warm == null ? start() : warm;
    String requestId = UUID.randomUUID().toString();
    long begin = System.nanoTime();
    InvocationContext context =
        new InvocationContext(
            requestId,
            spec.logicalId(),
            arn,
            spec.memoryMegabytes(),
            begin + spec.timeout().toNanos(),
            log);
    Outcome outcome = instance.invoke(event, context, spec.timeout());
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    if (instance.alive()) {
      idle.addFirst(instance);
    }
    statistics.record(outcome, duration, event.length);
    meter.invocation(
        spec.logicalId(), Math.ceilDiv(duration.toNanos(), 1_000_000L), spec.memoryMegabytes());
    if (!outcome.returned()) {
      log.accept(spec.logicalId() + " " + requestId + " " + outcome.problem());
    }
    return outcome;
  }

  private FunctionInstance start() {
    int number = started.incrementAndGet();
    String accessKey = String.format(Locale.ROOT, "%sX%04d", spec.logicalId(), number);
    FunctionInstance instance =
        new FunctionInstance(spec.logicalId(), spec.handler(), environments.apply(accessKey));
    callers.register(accessKey, instance);
    return instance;
  }

  /** As {@code GET /_local/functions} shows it. */
  public ObjectNode describe(ObjectNode json) {
    json.put("logicalId", spec.logicalId()).put("handler", spec.handler());
    var triggers = json.putArray("triggers");
    spec.triggers().forEach(trigger -> triggers.add(trigger.label()));
    statistics.describe(json);
    return json;
  }
}
