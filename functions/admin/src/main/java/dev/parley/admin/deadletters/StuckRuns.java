package dev.parley.admin.deadletters;

import dev.parley.aws.chat.ReplayStepJson;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.domain.replay.Replays;
import dev.parley.json.MalformedJson;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Runs that replay events and wait for a step that their queue gave up. */
public final class StuckRuns {
  private final Replays replays;
  private final InstantSource clock;

  public StuckRuns(Replays replays, InstantSource clock) {
    this.replays = replays;
    this.clock = clock;
  }

  /** Ends the run that the step is of, unless it has gone on without it. */
  void giveUp(Original original) {
    ReplayStep step = read(original);
    if (step != null) {
      replays
          .find(step.merchantId(), step.replayId())
          .filter(run -> waitsFor(run, step))
          .ifPresent(run -> replays.advance(run.abandoned(clock.instant())));
    }
  }

  /** A step may have been kept by a delivery that died before it queued the next one. */
  private static boolean waitsFor(Replay run, ReplayStep step) {
    return !run.isOver() && run.step() <= step.number() + 1;
  }

  private static @Nullable ReplayStep read(Original original) {
    try {
      return ReplayStepJson.read(original.body());
    } catch (MalformedJson e) {
      return null;
    }
  }
}
