package dev.parley.admin.deadletters;

import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Kept;
import dev.parley.domain.deadletter.Redelivery;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.merchant.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Does again what a dead letter was to become. The message goes first and the mark second: should
 * the second step fail the letter stays open, and to retry it once more changes nothing, since all
 * who read the queues know what they have done.
 */
public final class RetryDeadLetter {
  private final DeadLetters letters;
  private final Redelivery redelivery;
  private final OutboundState outbound;
  private final AttributeOrder attributeOrder;
  private final InstantSource clock;

  public RetryDeadLetter(
      DeadLetters letters,
      Redelivery redelivery,
      OutboundState outbound,
      AttributeOrder attributeOrder,
      InstantSource clock) {
    this.letters = letters;
    this.redelivery = redelivery;
    this.outbound = outbound;
    this.attributeOrder = attributeOrder;
    this.clock = clock;
  }

  public SettleOutcome retry(Caller caller, DeadLetterId id) {
    Kept kept = letters.find(caller.merchantId(), id).orElse(null);
    if (kept == null) {
      return new SettleOutcome.Unknown();
    }
    if (kept.letter().status() != Status.OPEN) {
      return new SettleOutcome.SettledBefore(kept.letter().status());
    }
    Optional<String> refusal =
        kept.letter().kind() == Kind.OUTBOUND_MESSAGE
            ? outbound.refusal(kept.original())
            : Optional.empty();
    return refusal
        .<SettleOutcome>map(SettleOutcome.Refused::new)
        .orElseGet(() -> retried(caller, kept));
  }

  private SettleOutcome retried(Caller caller, Kept kept) {
    DeadLetter letter = kept.letter();
    if (letter.kind() == Kind.ORDER) {
      attributeOrder.attribute(OrderLetters.order(caller.merchantId(), letter.about()));
    } else {
      redelivery.send(letter, kept.original());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // As it is kept.
    Settlement done = new Settlement(Status.RETRIED, caller.agentId(), now);
    return SettleOutcome.of(letters, caller.merchantId(), letter, done);
  }
}
