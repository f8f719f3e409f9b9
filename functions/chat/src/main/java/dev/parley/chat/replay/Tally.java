package dev.parley.chat.replay;

import dev.parley.domain.id.MessageId;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Counts;
import dev.parley.domain.replay.Replay.Failure;
import dev.parley.domain.replay.Replay.Reason;
import java.util.ArrayList;
import java.util.List;

/** What a run has come upon, counted on while a step goes. */
final class Tally {
  private static final int MOST_FAILURES = 20;

  private final List<Failure> failures;
  private final long before;
  private long found;
  private long changed;
  private long unchanged;
  private long failed;

  Tally(Replay replay) {
    failures = new ArrayList<>(replay.failures());
    before = replay.counts().found();
    found = before;
    changed = replay.counts().changed();
    unchanged = replay.counts().unchanged();
    failed = replay.counts().failed();
  }

  void count(MessageId id, ReplayEvent.Outcome outcome) {
    found++;
    switch (outcome) {
      case ReplayEvent.Outcome.Changed c -> changed++;
      case ReplayEvent.Outcome.Unchanged u -> unchanged++;
      case ReplayEvent.Outcome.Failed f -> fail(id, f.reason());
    }
  }

  void notFound(MessageId id) {
    fail(id, Reason.NOT_FOUND);
  }

  private void fail(MessageId id, Reason reason) {
    failed++;
    if (failures.size() < MOST_FAILURES) {
      failures.add(new Failure(id, reason));
    }
  }

  /** Returns how many events were found in this step. */
  long inThisStep() {
    return found - before;
  }

  Counts counts() {
    return new Counts(found, changed, unchanged, failed);
  }

  List<Failure> failures() {
    return failures;
  }
}
