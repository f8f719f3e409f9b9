package dev.parley.admin.deadletters;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Kept;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.merchant.Caller;
import java.time.InstantSource;

/** Settles a dead letter without doing what it was to become. */
public final class DiscardDeadLetter {
  private final DeadLetters letters;
  private final OutboundState outbound;
  private final InstantSource clock;

  public DiscardDeadLetter(DeadLetters letters, OutboundState outbound, InstantSource clock) {
    this.letters = letters;
    this.outbound = outbound;
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
    if (letter.kind() == Kind.OUTBOUND_MESSAGE) {
      outbound.giveUp(kept.original());
    }
    Settlement done = new Settlement(Status.DISCARDED, caller.agentId(), clock.instant());
    return letters.settle(caller.merchantId(), id, done)
        ? new SettleOutcome.Settled(letter.with(done))
        : new SettleOutcome.SettledBefore(Status.RETRIED);
  }
}
