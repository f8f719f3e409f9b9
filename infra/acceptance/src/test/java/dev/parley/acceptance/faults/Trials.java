package dev.parley.acceptance.faults;

import dev.parley.acceptance.Http;
import dev.parley.acceptance.RunningParley;
import dev.parley.acceptance.faults.Trial.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tries flows in the running system, with and without a fault. */
final class Trials {
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final int MOST_STEPS = 5;

  private final RunningParley parley;
  private final Http system;

  Trials(RunningParley parley) {
    this.parley = parley;
    this.system = parley.api();
  }

  /** A flow without a fault: the calls that it makes and what is to be seen after it. */
  record Reference(Flow flow, List<RecordedCall> calls, Observed observed) {
    Outcome outcome(Observed after) {
      if (observed.difference(after).isEmpty()) {
        return Outcome.SAME;
      }
      if (observed.difference(after.named()).isEmpty()) {
        return Outcome.NAMELESS;
      }
      return after.saysOutcomeUnknown() && observed.phoneShowsNoLessThan(after)
          ? Outcome.OUTCOME_UNKNOWN
          : Outcome.DIFFERENT;
    }
  }

  Reference reference(Flow flow) {
    World world = prepared(flow);
    system.post("/_local/usage/reset", Map.of()).is(204);
    play(flow, world);
    List<RecordedCall> calls = RecordedCall.all(system.get("/_local/usage").is(200).json());
    return new Reference(flow, calls, Observed.of(world));
  }

  private World prepared(Flow flow) {
    World world = new World(parley);
    flow.before().accept(world);
    return world;
  }

  Trial trial(Reference reference, RecordedCall call, Failure failure) {
    Flow flow = reference.flow();
    World world = prepared(flow);
    system.post("/_local/faults", call.failing(failure)).is(204);
    int steps = play(flow, world);
    boolean struck = system.get("/_local/faults").is(200).json().path("allStruck").asBoolean();
    system.delete("/_local/faults").is(204);
    Duration recovered = STEP.multipliedBy(steps);
    if (steps > MOST_STEPS) {
      return new Trial(flow, call, failure, recovered, Outcome.STUCK, "");
    }
    Observed observed = Observed.of(world);
    Outcome outcome = struck ? reference.outcome(observed) : Outcome.NOT_STRUCK;
    String difference = reference.observed().difference(observed);
    return new Trial(flow, call, failure, recovered, outcome, difference);
  }

  /** Does what can be done; returns how many steps are done with. */
  private static int advance(Flow flow, World world, int done) {
    int now = done;
    while (now < flow.steps().size() && flow.steps().get(now).done(world)) {
      now++;
    }
    return now;
  }

  /** Returns how many steps of the clock it took until everything was done. */
  private int play(Flow flow, World world) {
    int done = 0;
    int moved = 0;
    while (true) {
      done = advance(flow, world, done);
      boolean idle = world.rest();
      if (done < flow.steps().size()) {
        done = advance(flow, world, done);
        idle = world.rest();
      }
      if ((done == flow.steps().size() && idle) || moved > MOST_STEPS) {
        return moved;
      }
      system.post("/_local/clock", Map.of("advance", STEP.toString())).is(200);
      moved++;
    }
  }
}
