package dev.parley.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.lambda.Functions;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.schedule.ScheduleExpression;
import dev.parley.local.template.Surroundings;
import dev.parley.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The schedules of all functions, run when they fall due by the functions' clock. */
public final class Schedules implements EventSource {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private record Entry(
      LambdaFunction function, Trigger.Schedule trigger, ScheduleExpression expression) {}

  /** A schedule that fell due, with the time at which it did. */
  private record Due(Entry entry, Instant time) {}

  private final InstantSource clock;
  private final Surroundings surroundings;
  private final AsyncInvoker invoker;
  private final List<Entry> entries = new ArrayList<>();
  private Instant checked;
  private boolean stopped;

  public Schedules(
      Functions functions, InstantSource clock, Surroundings surroundings, AsyncInvoker invoker) {
    this.clock = clock;
    this.surroundings = surroundings;
    this.invoker = invoker;
    this.checked = clock.instant();
    for (LambdaFunction function : functions.all()) {
      for (Trigger trigger : function.spec().triggers()) {
        if (trigger instanceof Trigger.Schedule schedule) {
          ScheduleExpression expression =
              ScheduleExpression.of(schedule.expression(), schedule.zone(), checked);
          entries.add(new Entry(function, schedule, expression));
        }
      }
    }
  }

  @Override
  public void run() {
    try {
      for (List<Due> due = awaitDue(); !isStopped(); due = awaitDue()) {
        due.forEach(one -> invoker.start(one.entry().function(), event(one)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized List<Due> awaitDue() throws InterruptedException {
    while (!stopped) {
      List<Due> due = takeDue();
      if (!due.isEmpty()) {
        return due;
      }
      Instant now = clock.instant();
      Duration wait =
          entries.stream()
              .flatMap(entry -> entry.expression().next(now).stream())
              .min(Comparator.naturalOrder())
              .map(next -> Duration.between(now, next))
              .filter(left -> left.compareTo(LONGEST_WAIT) < 0)
              .orElse(LONGEST_WAIT);
      wait(wait.toMillis() + 1);
    }
    return List.of();
  }

  /** What fell due since it was last looked, each schedule once, in the order of time. */
  private List<Due> takeDue() {
    Instant now = clock.instant();
    Instant before = checked;
    checked = now;
    List<Due> due = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Instant> last = entry.expression().last(now);
      last.filter(time -> time.isAfter(before)).ifPresent(time -> due.add(new Due(entry, time)));
    }
    due.sort(Comparator.comparing(Due::time));
    return due;
  }

  /**
   * Moves the clock, runs what fell due, one after the other, and returns when all is done.
   *
   * @param move moves it
   * @return the logical ids of the functions run
   */
  public List<String> moveClock(Runnable move) {
    List<Due> due;
    synchronized (this) {
      move.run();
      due = takeDue();
      notifyAll();
    }
    List<String> ran = new ArrayList<>();
    for (Due one : due) {
      invoker.invoke(one.entry().function(), event(one));
      ran.add(one.entry().function().spec().logicalId());
    }
    return ran;
  }

  /** Runs the function's schedule now, once; empty when the function has none. */
  public Optional<Outcome> runNow(String logicalId) {
    Instant now = clock.instant();
    return entries.stream()
        .filter(entry -> entry.function().spec().logicalId().equals(logicalId))
        .findFirst()
        .map(entry -> entry.function().invoke(event(new Due(entry, now))));
  }

  private byte[] event(Due due) {
    Trigger.Schedule trigger = due.entry().trigger();
    String time = due.time().truncatedTo(ChronoUnit.SECONDS).toString();
    String service = trigger.rule() ? "events" : "scheduler";
    String name = trigger.rule() ? "rule/" + trigger.name() : "schedule/default/" + trigger.name();
    String arn =
        "arn:aws:%s:%s:%s:%s"
            .formatted(service, surroundings.region(), surroundings.account(), name);
    String id = UUID.randomUUID().toString();
    if (trigger.input() != null) {
      return trigger
          .input()
          .replace("<aws.scheduler.schedule-arn>", arn)
          .replace("<aws.scheduler.scheduled-time>", time)
          .replace("<aws.scheduler.execution-id>", id)
          .replace("<aws.scheduler.attempt-number>", "1")
          .getBytes(StandardCharsets.UTF_8);
    }
    ObjectNode event =
        Json.object()
            .put("version", "0")
            .put("id", id)
            .put("detail-type", "Scheduled Event")
            .put("source", "aws." + service)
            .put("account", surroundings.account())
            .put("time", time)
            .put("region", surroundings.region());
    event.putArray("resources").add(arn);
    if (trigger.rule()) {
      event.putObject("detail");
    } else {
      event.put("detail", "{}");
    }
    return Json.bytes(event);
  }

  @Override
  public boolean quiet() {
    return true;
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}
