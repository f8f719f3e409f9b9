package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.template.Surroundings;
import dev.parley.local.template.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Lambda's poller of one table stream: batches in order, tried again until they are through. */
final class StreamPoller implements EventSource {
  private static final long LOOK_AGAIN_MILLIS = 60_000;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final LambdaFunction function;
  private final Trigger.Stream source;
  private final StreamReader reader;
  private final StreamPositions positions;
  private final Expiries expiries;
  private final AsyncInvoker failures;
  private final Signal signal;
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final Deque<ObjectNode> waiting = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long drained = -1;
  private volatile boolean stopped;

  StreamPoller(
      LambdaFunction function,
      Trigger.Stream source,
      StreamReader reader,
      StreamSupport support,
      Signal signal) {
    this.function = function;
    this.source = source;
    this.reader = reader;
    this.positions = support.positions();
    this.expiries = support.expiries();
    this.failures = support.failures();
    this.surroundings = support.surroundings();
    this.clock = support.clock();
    this.signal = signal;
  }

  /** What all stream pollers share. */
  record StreamSupport(
      StreamPositions positions,
      Expiries expiries,
      AsyncInvoker failures,
      Surroundings surroundings,
      InstantSource clock) {}

  @Override
  public void run() {
    try {
      while (!stopped) {
        long seen = signal.raised();
        read();
        if (waiting.isEmpty()) {
          drained = seen;
          failures.changed();
          signal.await(seen, LOOK_AGAIN_MILLIS);
        } else {
          deliverAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void read() {
    for (ObjectNode record : reader.next()) {
      expiries.mark(source.table(), record);
      waiting.addLast(record);
    }
  }

  private void deliverAll() throws InterruptedException {
    int failed = 0;
    while (!waiting.isEmpty() && !stopped) {
      List<ObjectNode> batch = waiting.stream().limit(source.batchSize()).toList();
      int done = deliver(batch, failed);
      for (int i = 0; i < done; i++) {
        waiting.removeFirst();
      }
      if (done > 0) {
        ObjectNode last = batch.get(done - 1);
        positions.reached(function.spec().logicalId(), source.table(), StreamReader.position(last));
      }
      failed = done > 0 ? 0 : failed + 1;
      if (failed > 0) {
        pause(failed);
      }
    }
  }

  private void pause(int failed) throws InterruptedException {
    long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failed, 10));
    signal.await(signal.raised(), millis);
  }

  /**
   * Delivers a batch.
   *
   * @return how many of its first records are done with, given up ones included
   */
  private int deliver(List<ObjectNode> batch, int failedBefore) {
    List<ObjectNode> wanted = batch.stream().filter(this::wanted).toList();
    if (wanted.isEmpty()) {
      return batch.size();
    }
    Outcome outcome = function.invoke(event(wanted));
    int done = done(batch, wanted, outcome);
    boolean retriesUsed = source.maxRetries() >= 0 && failedBefore >= source.maxRetries();
    if (done > 0 || !retriesUsed) {
      return done == 0 && source.bisect() && batch.size() > 1
          ? deliver(batch.subList(0, batch.size() / 2), failedBefore + 1)
          : done;
    }
    giveUp(wanted, failedBefore + 1, outcome);
    return batch.size();
  }

  private boolean wanted(ObjectNode record) {
    return source.filters().isEmpty()
        || source.filters().stream().anyMatch(filter -> filter.matches(record));
  }

  private int done(List<ObjectNode> batch, List<ObjectNode> wanted, Outcome outcome) {
    if (!(outcome instanceof Outcome.Returned(byte[] payload))) {
      return 0;
    }
    if (!source.partialFailures()) {
      return batch.size();
    }
    Set<String> known =
        wanted.stream().map(StreamReader::sequenceNumber).collect(Collectors.toSet());
    Optional<Set<String>> failed = PartialFailures.in(payload, known);
    int done = 0;
    while (failed.isPresent()
        && done < batch.size()
        && !failed.get().contains(StreamReader.sequenceNumber(batch.get(done)))) {
      done++;
    }
    return done;
  }

  private byte[] event(List<ObjectNode> records) {
    ObjectNode event = Json.object();
    var list = event.putArray("Records");
    for (ObjectNode record : records) {
      ObjectNode copy = record.deepCopy();
      copy.remove("shard");
      copy.put("awsRegion", surroundings.region()).put("eventSourceARN", arn());
      list.add(copy);
    }
    return Json.bytes(event);
  }

  private String arn() {
    return reader
        .streamArn()
        .replaceFirst("arn:aws:dynamodb:[^:]*:", "arn:aws:dynamodb:" + surroundings.region() + ":");
  }

  /** Reports the stretch of the stream that was given up, as AWS does: without its records. */
  private void giveUp(List<ObjectNode> records, int attempts, Outcome outcome) {
    String queue = source.failureQueue();
    if (queue == null) {
      return;
    }
    ObjectNode report = Json.object();
    report
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", surroundings.arn("lambda", "function:" + function.spec().logicalId()))
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", attempts);
    ObjectNode response = report.putObject("responseContext").put("statusCode", 200);
    response.put("executedVersion", "$LATEST");
    if (!outcome.returned()) {
      response.put("functionError", "Unhandled");
    }
    report.put("version", "1.0").put("timestamp", clock.instant().toString());
    report
        .putObject("DDBStreamBatchInfo")
        .put("shardId", records.getFirst().path("shard").asText())
        .put("startSequenceNumber", StreamReader.sequenceNumber(records.getFirst()))
        .put("endSequenceNumber", StreamReader.sequenceNumber(records.getLast()))
        .put("approximateArrivalOfFirstRecord", arrival(records.getFirst()))
        .put("approximateArrivalOfLastRecord", arrival(records.getLast()))
        .put("batchSize", records.size())
        .put("streamArn", arn());
    failures.report(queue, report);
  }

  private static String arrival(JsonNode record) {
    long second = record.path("dynamodb").path("ApproximateCreationDateTime").asLong();
    return Instant.ofEpochSecond(second).toString();
  }

  @Override
  public boolean quiet() {
    return drained == signal.raised();
  }

  @Override
  public void stop() {
    stopped = true;
    signal.raise();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
