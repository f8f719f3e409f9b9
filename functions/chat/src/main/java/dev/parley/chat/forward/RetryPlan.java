package dev.parley.chat.forward;

import dev.parley.domain.forward.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried again: soon at first, then ever later, for 24 hours. */
final class RetryPlan {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(8));

  private RetryPlan() {}

  /**
   * Returns when the try after the one that just failed is due; empty when there is none. The last
   * is at the end of the 24 hours.
   *
   * @param retryAfter what the target asked for
   */
  static Optional<Instant> next(Delivery delivery, Instant now, @Nullable Duration retryAfter) {
    Instant end = delivery.progress().since().plus(LONGEST);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    int tried = Math.toIntExact(Math.min(delivery.progress().tries(), PAUSES.size() - 1));
    Duration pause = spread(PAUSES.get(tried), delivery);
    Duration asked = retryAfter == null ? pause : retryAfter;
    Instant due = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
    return Optional.of(due.isBefore(end) ? due : end);
  }

  /**
   * Returns until when a delivery is put off whose target has a pause: half as long again as it has
   * waited already, so that what waits for a target that is down costs ever less; empty when its 24
   * hours are over.
   *
   * @param pausedUntil when the pause ends
   */
  static Optional<Instant> putOff(Delivery delivery, Instant now, Instant pausedUntil) {
    Instant since = delivery.progress().since();
    Instant end = since.plus(LONGEST);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    Instant due = now.plus(Duration.between(since, now).dividedBy(2));
    Instant later = due.isAfter(pausedUntil) ? due : pausedUntil;
    return Optional.of(later.isBefore(end) ? later : end);
  }

  /** Adds up to a tenth, so that what failed together doesn't come again together. */
  private static Duration spread(Duration pause, Delivery delivery) {
    int part = Math.floorMod(delivery.id().value().hashCode(), 100);
    return pause.plus(pause.multipliedBy(part).dividedBy(1000));
  }
}
