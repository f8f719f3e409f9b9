package dev.parley.admin.deadletters;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Status;

/** What came of settling a dead letter. */
public sealed interface SettleOutcome {
  /** It is settled, as it shows. */
  record Settled(DeadLetter letter) implements SettleOutcome {}

  /** The merchant has no such letter. */
  record Unknown() implements SettleOutcome {}

  /** It was settled before. */
  record SettledBefore(Status status) implements SettleOutcome {}

  /** It must not be retried; it stays open. */
  record Refused(String reason) implements SettleOutcome {}
}
