package dev.parley.admin.deadletters;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.id.MerchantId;

/** What came of settling a dead letter. */
public sealed interface SettleOutcome {
  /** Settles the letter, unless somebody has settled it in the meantime. */
  static SettleOutcome of(
      DeadLetters letters, MerchantId merchant, DeadLetter letter, Settlement done) {
    return letters.settle(merchant, letter.id(), done)
        ? new Settled(letter.with(done))
        : letters
            .find(merchant, letter.id())
            .map(kept -> found(kept.letter(), done))
            .orElseGet(Unknown::new);
  }

  /** An answer that was lost on the way is asked for again, and then finds its own mark. */
  private static SettleOutcome found(DeadLetter letter, Settlement done) {
    return done.equals(letter.settlement())
        ? new Settled(letter)
        : new SettledBefore(letter.status());
  }

  /** It is settled, as it shows. */
  record Settled(DeadLetter letter) implements SettleOutcome {}

  /** The merchant has no such letter. */
  record Unknown() implements SettleOutcome {}

  /** It was settled before. */
  record SettledBefore(Status status) implements SettleOutcome {}

  /** It must not be retried; it stays open. */
  record Refused(String reason) implements SettleOutcome {}
}
