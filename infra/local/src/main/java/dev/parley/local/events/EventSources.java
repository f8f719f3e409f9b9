package dev.parley.local.events;

import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Faults;
import dev.parley.local.gateway.Meter;
import dev.parley.local.gateway.SqsService;
import dev.parley.local.lambda.Functions;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.store.QueueClock;
import dev.parley.local.template.QueueSpec;
import dev.parley.local.template.Surroundings;
import dev.parley.local.template.Trigger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pollers of queues and streams, each in a thread of its own. */
public final class EventSources {
  private final List<EventSource> sources = new ArrayList<>();
  private final Set<String> queues = new TreeSet<>();
  private final Parts parts;
  private final Map<String, QueueSpec> specs;

  /** What pollers are made of. */
  public record Parts(
      AwsClient database,
      AwsClient queues,
      SqsService numbering,
      Meter meter,
      Faults faults,
      SignalBoard board,
      Precedence precedence,
      InstantSource clock,
      QueueClock queueClock,
      Surroundings surroundings,
      StreamPositions positions,
      Expiries expiries,
      AsyncInvoker invoker) {}

  public EventSources(Functions functions, List<QueueSpec> queueSpecs, Parts parts) {
    this.parts = parts;
    this.specs =
        queueSpecs.stream().collect(Collectors.toMap(QueueSpec::name, Function.identity()));
    for (LambdaFunction function : functions.all()) {
      for (Trigger trigger : function.spec().triggers()) {
        switch (trigger) {
          case Trigger.Queue queue -> sources.add(poller(function, queue));
          case Trigger.Stream stream -> sources.add(poller(function, stream));
          case Trigger.Http h -> {}
          case Trigger.Schedule s -> {}
          case Trigger.Bus b -> {}
        }
      }
    }
  }

  private QueuePoller poller(LambdaFunction function, Trigger.Queue source) {
    queues.add(source.queue());
    QueueSpec spec = specs.get(source.queue());
    if (spec == null) {
      throw new IllegalArgumentException(
          function.spec().place() + ": there is no queue " + source.queue());
    }
    QueueAccess access =
        new QueueAccess(
            parts.queues(),
            parts.numbering(),
            parts.meter(),
            parts.faults(),
            source.queue(),
            function.spec().logicalId());
    return new QueuePoller(
        function,
        source,
        spec,
        access,
        new QueuePoller.Waking(parts.board(), parts.precedence()),
        new QueuePoller.Clocks(parts.clock(), parts.queueClock()),
        parts.surroundings());
  }

  private StreamPoller poller(LambdaFunction function, Trigger.Stream source) {
    StreamReader.Position from =
        parts.positions().of(function.spec().logicalId(), source.table()).orElse(null);
    return new StreamPoller(
        function,
        source,
        new StreamReader(parts.database(), source.table(), from),
        new StreamPoller.StreamSupport(
            parts.positions(),
            parts.expiries(),
            parts.invoker(),
            parts.surroundings(),
            parts.clock()),
        parts.board().table(source.table()));
  }

  public void start() {
    sources.forEach(source -> Thread.ofVirtual().name("source").start(source));
  }

  /** The queues that some function reads. */
  public Set<String> queues() {
    return Set.copyOf(queues);
  }

  /** Whether every stream is read to its end and every queue has given what it can give now. */
  public boolean quiet() {
    return sources.stream().allMatch(EventSource::quiet);
  }

  public void stop() {
    sources.forEach(EventSource::stop);
  }
}
