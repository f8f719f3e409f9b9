package dev.parley.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.events.Schedules;
import dev.parley.local.events.SignalBoard;
import dev.parley.local.gateway.Json;
import dev.parley.local.store.QueueClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Moves the clock: expired items go, messages fall due, schedules run. */
public final class ClockRoute {
  private final MovableClock clock;
  private final QueueClock queueClock;
  private final SignalBoard board;
  private final TimeToLive timeToLive;
  private final Schedules schedules;

  public ClockRoute(
      MovableClock clock,
      QueueClock queueClock,
      SignalBoard board,
      TimeToLive timeToLive,
      Schedules schedules) {
    this.clock = clock;
    this.queueClock = queueClock;
    this.board = board;
    this.timeToLive = timeToLive;
    this.schedules = schedules;
  }

  /** Returns the new time and the functions whose schedules ran. */
  synchronized ObjectNode move(JsonNode request) {
    Runnable move = reading(request);
    Instant before = clock.instant();
    ObjectNode result = Json.object();
    var ran = Json.array();
    schedules
        .moveClock(
            () -> {
              move.run();
              queueClock.jump(Duration.between(before, clock.instant()));
              timeToLive.sweepWhenDue();
              board.clockMoved();
            })
        .forEach(ran::add);
    result.put("now", clock.instant().toString()).set("ran", ran);
    return result;
  }

  private Runnable reading(JsonNode request) {
    if (request.size() != 1) {
      throw new BadControlCall("exactly one of advance, set and reset is expected");
    }
    try {
      String name = request.fieldNames().next();
      String value = request.path(name).asText();
      return switch (name) {
        case "advance" -> advance(Duration.parse(value));
        case "set" -> set(Instant.parse(value));
        case "reset" -> clock::reset;
        default -> throw new BadControlCall("exactly one of advance, set and reset is expected");
      };
    } catch (DateTimeException e) {
      throw new BadControlCall("not a duration such as PT25H, or not a time: " + e.getMessage());
    }
  }

  private Runnable advance(Duration by) {
    return () -> clock.advance(by);
  }

  private Runnable set(Instant to) {
    return () -> clock.set(to);
  }

  ObjectNode describe() {
    return Json.object().put("now", clock.instant().toString());
  }
}
