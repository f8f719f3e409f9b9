package dev.parley.admin.deadletters;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Kept;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.merchant.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Discards a dead letter: what it was to become is not done. */
public final class DiscardDeadLetter {
  private final DeadLetters letters;
  private final OutboundState outbound;
  private final StuckRuns runs;
  private final InstantSource clock;

  public DiscardDeadLetter(
      DeadLetters letters, OutboundState outbound, StuckRuns runs, InstantSource clock) {
    this.letters = letters;
    this.outbound = outbound;
    this.runs = runs;
    this.clock = clock;
  }

  public SettleOutcome discard(Caller caller, DeadLetterId id) {
    Kept kept = letters.find(caller.merchantId(), id).orElse(null);
    if (kept == null) {
      return new SettleOutcome.Unknown();
    }
    DeadLetter letter = kept.letter();
    if (letter.status() != Status.OPEN) {
      return new SettleOutcome.SettledBefore(letter.status());
    }
    giveUp(letter.kind(), kept.original());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // As it is kept.
    Settlement done = new Settlement(Status.DISCARDED, caller.agentId(), now);
    return SettleOutcome.of(letters, caller.merchantId(), letter, done);
  }

  /** Lets what waits for the letter's message wait no more. */
  private void giveUp(Kind kind, Original original) {
    switch (kind) {
      case OUTBOUND_MESSAGE -> outbound.giveUp(original);
      case REPLAY_STEP -> runs.giveUp(original);
      case INBOUND_EVENT, CLICK, ORDER, EVENT, DELIVERY -> {}
    }
  }
}
