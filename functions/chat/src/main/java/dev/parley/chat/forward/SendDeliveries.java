package dev.parley.chat.forward;

import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Progress;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.Delivery.Try;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Occurrences;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.WebhookCaller;
import dev.parley.domain.forward.WebhookCaller.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries deliveries. A try that fails is written down with the time of the next; whoever dies before
 * that leaves the queue's message, which brings the same event under the same id again.
 */
public final class SendDeliveries {
  private static final Duration LONGEST_FAILING = Duration.ofDays(3);
  private static final int GONE = 410;

  private final Deliveries deliveries;
  private final FindReceivers receivers;
  private final TargetHealths healths;
  private final WebhookCaller caller;
  private final Retelling retelling;
  private final InstantSource clock;

  SendDeliveries(
      Deliveries deliveries,
      FindReceivers receivers,
      TargetHealths healths,
      WebhookCaller caller,
      Retelling retelling,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.receivers = receivers;
    this.healths = healths;
    this.caller = caller;
    this.retelling = retelling;
    this.clock = clock;
  }

  /** Tells anew what a stream gave up. */
  record Retelling(Occurrences occurrences, TellEvents tell) {}

  /** Returns the target's trouble when this job switched it off. */
  public Optional<Disabled> take(ForwardJob job) {
    return switch (job) {
      case ForwardJob.First first -> tried(current(first));
      case ForwardJob.Again again -> tried(current(again));
      case ForwardJob.Retell retell -> {
        retelling
            .occurrences()
            .find(retell.place(), clock.instant())
            .ifPresent(retelling.tell()::tell);
        yield Optional.empty();
      }
    };
  }

  private Optional<Delivery> current(ForwardJob.First first) {
    Delivery begun = first.delivery().with(Progress.begun(clock.instant()));
    Delivery kept = deliveries.find(begun.merchantId(), begun.id()).orElse(begun);
    return Optional.of(kept).filter(d -> isOpen(d, 0));
  }

  private Optional<Delivery> current(ForwardJob.Again again) {
    return deliveries.find(again.merchantId(), again.id()).filter(d -> isOpen(d, again.attempts()));
  }

  private static boolean isOpen(Delivery delivery, long attempts) {
    return delivery.progress().isPending() && delivery.progress().attempts() == attempts;
  }

  private Optional<Disabled> tried(Optional<Delivery> delivery) {
    return delivery.flatMap(this::tried);
  }

  private Optional<Disabled> tried(Delivery delivery) {
    Instant now = clock.instant();
    Optional<Receiver> receiver = receivers.find(delivery.merchantId(), delivery.target());
    if (receiver.isEmpty() || receiver.get().health().disabled() != null) {
      String reason = receiver.isEmpty() ? "The target was removed" : "The target is disabled";
      keep(delivery, delivery.progress().dropped(new Try(now, null, reason)));
      return Optional.empty();
    }
    Instant pausedUntil = receiver.get().health().pausedUntil();
    if (pausedUntil != null && now.isBefore(pausedUntil)) {
      keep(delivery, putOff(delivery, now, pausedUntil));
      return Optional.empty();
    }
    return called(delivery, receiver.get(), now);
  }

  private static Progress putOff(Delivery delivery, Instant now, Instant pausedUntil) {
    Progress before = delivery.progress();
    return RetryPlan.putOff(delivery, now, pausedUntil)
        .map(before::putOff)
        .orElseGet(() -> before.dropped(new Try(now, null, "The target took nothing for a day")));
  }

  private Optional<Disabled> called(Delivery delivery, Receiver receiver, Instant now) {
    Result result =
        caller.post(receiver.url(), receiver.signing().headers(delivery, now), delivery.body());
    return switch (result) {
      case Result.Answered answer when answer.status() / 100 == 2 -> {
        keep(
            delivery,
            delivery.progress().ended(Status.DELIVERED, new Try(now, answer.status(), null)));
        if (receiver.health().isFailing()) {
          healths.recovered(delivery.merchantId(), delivery.target());
        }
        yield Optional.empty();
      }
      case Result.Answered answer ->
          failed(
              delivery,
              new Try(now, answer.status(), "The target answered " + answer.status()),
              answer.retryAfter());
      case Result.Silent silent -> failed(delivery, new Try(now, null, silent.reason()), null);
    };
  }

  private Optional<Disabled> failed(Delivery delivery, Try tried, @Nullable Duration retryAfter) {
    TargetHealth health = healths.failed(delivery.merchantId(), delivery.target(), tried.at());
    Optional<Disabled> disabled = disabled(health, tried);
    disabled.ifPresent(d -> healths.disable(delivery.merchantId(), delivery.target(), d));
    Optional<Instant> due =
        disabled.isPresent()
            ? Optional.empty()
            : RetryPlan.next(delivery, clock.instant(), retryAfter);
    Progress before = delivery.progress();
    keep(
        delivery,
        due.map(at -> before.again(tried, at)).orElseGet(() -> before.ended(Status.FAILED, tried)));
    return disabled;
  }

  private static Optional<Disabled> disabled(TargetHealth health, Try tried) {
    if (tried.status() != null && tried.status() == GONE) {
      return Optional.of(new Disabled(Disabled.GONE, tried.at()));
    }
    Instant since = health.failingSince();
    return since != null && !since.plus(LONGEST_FAILING).isAfter(tried.at())
        ? Optional.of(new Disabled(Disabled.FAILING, tried.at()))
        : Optional.empty();
  }

  private void keep(Delivery delivery, Progress progress) {
    deliveries.keep(delivery.with(progress), delivery.progress().attempts());
  }
}
