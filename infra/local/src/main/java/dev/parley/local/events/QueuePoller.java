package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.store.QueueClock;
import dev.parley.local.template.QueueSpec;
import dev.parley.local.template.Surroundings;
import dev.parley.local.template.Trigger;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Lambda's poller of one queue: takes batches, hands them to the function, deletes what is done.
 */
final class QueuePoller implements EventSource {
  private static final long LOOK_AGAIN_MILLIS = 60_000;

  /** As many batches at a time as Lambda begins with; more would only starve the webhooks. */
  private static final int POLLERS = 5;

  private final LambdaFunction function;
  private final Trigger.Queue source;
  private final QueueSpec queue;
  private final QueueAccess access;
  private final SignalBoard board;
  private final Precedence precedence;
  private final Clocks clocks;
  private final Surroundings surroundings;
  private final int concurrency;
  private final Semaphore slots;
  private final Signal signal;
  private volatile long drained = -1;
  private volatile boolean stopped;

  /** What tells when to look, and when to take more. */
  record Waking(SignalBoard board, Precedence precedence) {}

  /** The functions' clock and the queues'. */
  record Clocks(InstantSource functions, QueueClock queues) {
    long shiftMillis() {
      return functions.millis() - queues.nowMillis();
    }
  }

  QueuePoller(
      LambdaFunction function,
      Trigger.Queue source,
      QueueSpec queue,
      QueueAccess access,
      Waking waking,
      Clocks clocks,
      Surroundings surroundings) {
    this.function = function;
    this.source = source;
    this.queue = queue;
    this.access = access;
    this.board = waking.board();
    this.precedence = waking.precedence();
    this.clocks = clocks;
    this.surroundings = surroundings;
    this.concurrency =
        Math.min(POLLERS, Math.min(source.maxConcurrency(), function.spec().maxConcurrency()));
    this.slots = new Semaphore(concurrency);
    this.signal = waking.board().queue(source.queue());
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        slots.acquire();
        precedence.awaitTurn(() -> !stopped && slots.availablePermits() < concurrency - 1);
        long seen = signal.raised();
        List<JsonNode> batch = stopped ? List.of() : receive();
        if (batch.isEmpty()) {
          slots.release();
          drained = seen;
          board.drained();
          if (!stopped) {
            signal.await(seen, LOOK_AGAIN_MILLIS);
          }
        } else {
          Thread.ofVirtual().name("queue-" + source.queue()).start(() -> deliverAndFree(batch));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<JsonNode> receive() throws InterruptedException {
    List<JsonNode> batch = new ArrayList<>(receiveOnce(source.batchSize()));
    long end = clocks.queues().nowMillis() + source.window().toMillis();
    while (!batch.isEmpty() && batch.size() < source.batchSize() && !stopped) {
      long seen = signal.raised();
      List<JsonNode> more = receiveOnce(source.batchSize() - batch.size());
      long left = end - clocks.queues().nowMillis();
      if (more.isEmpty() && left <= 0) {
        break;
      }
      batch.addAll(more);
      if (more.isEmpty()) {
        signal.await(seen, left);
      }
    }
    return batch;
  }

  private List<JsonNode> receiveOnce(int most) {
    List<JsonNode> messages = access.receive(most);
    if (!messages.isEmpty()) {
      board.dueAfter(source.queue(), queue.visibilityTimeout());
    }
    String deadLetters = queue.deadLetterQueue();
    if (deadLetters != null) {
      board.queue(deadLetters).raise();
    }
    return messages;
  }

  private void deliverAndFree(List<JsonNode> batch) {
    try {
      deliver(batch);
    } finally {
      slots.release();
      precedence.batchEnds();
      board.changed(source.queue());
    }
  }

  private void deliver(List<JsonNode> batch) {
    List<JsonNode> wanted = batch.stream().filter(this::wanted).toList();
    List<JsonNode> unwanted = batch.stream().filter(message -> !wanted.contains(message)).toList();
    access.delete(unwanted);
    if (wanted.isEmpty()) {
      return;
    }
    String arn =
        "arn:aws:sqs:%s:%s:%s"
            .formatted(surroundings.region(), surroundings.account(), source.queue());
    byte[] event =
        Json.bytes(SqsEvents.event(wanted, arn, surroundings.region(), clocks.shiftMillis()));
    switch (function.invoke(event)) {
      case Outcome.Returned(byte[] payload) -> access.delete(done(wanted, payload));
      case Outcome.Crashed() -> access.giveBack(wanted);
      case Outcome.Failed f -> {}
      case Outcome.TimedOut t -> {}
    }
  }

  private boolean wanted(JsonNode message) {
    if (source.filters().isEmpty()) {
      return true;
    }
    var record = SqsEvents.event(List.of(message), "", "", 0).path("Records").get(0).deepCopy();
    Json.tryParse(Json.bytes(message.path("Body")))
        .flatMap(
            body -> Json.tryParse(body.asText().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .ifPresent(
            body -> ((com.fasterxml.jackson.databind.node.ObjectNode) record).set("body", body));
    return source.filters().stream().anyMatch(filter -> filter.matches(record));
  }

  private List<JsonNode> done(List<JsonNode> batch, byte[] payload) {
    if (!source.partialFailures()) {
      return batch;
    }
    Set<String> known = batch.stream().map(QueuePoller::id).collect(Collectors.toSet());
    Optional<Set<String>> failed = PartialFailures.in(payload, known);
    return failed
        .map(ids -> batch.stream().filter(message -> !ids.contains(id(message))).toList())
        .orElse(List.of());
  }

  private static String id(JsonNode message) {
    return message.path("MessageId").asText();
  }

  @Override
  public boolean quiet() {
    return drained == signal.raised() && slots.availablePermits() == concurrency;
  }

  @Override
  public void stop() {
    stopped = true;
    precedence.batchEnds();
    signal.raise();
    try {
      slots.acquire(concurrency);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(e.getMessage()));
    }
  }
}
