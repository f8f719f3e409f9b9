package dev.parley.admin;

import dev.parley.admin.deadletters.GivenUp;
import dev.parley.admin.deadletters.KeepDeadLetters;
import dev.parley.aws.log.EmbeddedMetric;
import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetters.Original;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Keeps what queues and streams gave up, for a person to retry or discard. */
public final class KeepDeadLettersHandler extends QueueHandler<String> {
  @Inject KeepDeadLetters keeping;
  @Inject InstantSource time;

  @Override
  protected String decode(String body) {
    return body;
  }

  @Override
  protected void handle(String body, Delivery delivery) {
    Original original = new Original(body, delivery.group());
    keeping.keep(new GivenUp(delivery.queue(), delivery.messageId(), original)).forEach(this::tell);
  }

  /** What the alarms on dead letters count; nobody can list a letter that is nobody's. */
  private void tell(DeadLetter letter) {
    boolean known = letter.merchantId() != null;
    log()
        .warn(
            w -> {
              w.field("deadLetter", letter.id().value()).field("kind", letter.kind().wireName());
              w.optional("merchantId", known ? String.valueOf(letter.merchantId()) : null);
              String metric = known ? "DeadLetters" : "UnclaimedDeadLetters";
              EmbeddedMetric.count(w, metric, 1, time.millis());
            });
  }
}
