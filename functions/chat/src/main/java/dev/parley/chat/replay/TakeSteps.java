package dev.parley.chat.replay;

import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Progress;
import dev.parley.domain.replay.Replay.Status;
import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.domain.replay.Replays;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes a run a step forward: goes through some of its events, keeps how far it came, and queues
 * the next step. Going through events again changes nothing, and a step is kept once.
 */
public final class TakeSteps {
  private final Replays replays;
  private final ReplayQueue queue;
  private final WalkEvents walk;
  private final InstantSource clock;

  public TakeSteps(Replays replays, ReplayQueue queue, WalkEvents walk, InstantSource clock) {
    this.replays = replays;
    this.queue = queue;
    this.walk = walk;
    this.clock = clock;
  }

  /** Takes the step, or queues what follows it where it was kept and no more. */
  public void take(ReplayStep step) {
    replays
        .find(step.merchantId(), step.replayId())
        .filter(run -> !run.isOver())
        .ifPresent(run -> take(run, step.number()));
  }

  private void take(Replay run, long number) {
    if (run.step() == number) {
      Replay next = next(run);
      if (replays.advance(next) && !next.isOver()) {
        queue.offer(ReplayStep.of(next));
      }
    } else if (run.step() == number + 1) {
      queue.offer(ReplayStep.of(run)); // It died before it queued the next, or comes twice.
    }
  }

  private Replay next(Replay run) {
    Tally tally = new Tally(run);
    Progress on = walk.on(run, tally);
    boolean tooMuch = on != null && WalkEvents.isTooMuch(tally);
    return new Replay(
        run.id(),
        run.merchantId(),
        run.request(),
        status(on, tooMuch),
        run.step() + 1,
        tally.counts(),
        tally.failures(),
        on == null ? run.progress() : on,
        run.startedAt(),
        on == null || tooMuch ? clock.instant() : null);
  }

  private static Status status(@Nullable Progress on, boolean tooMuch) {
    if (tooMuch) {
      return Status.TOO_LARGE;
    }
    return on == null ? Status.SUCCEEDED : Status.RUNNING;
  }
}
