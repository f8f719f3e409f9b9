package dev.parley.domain.forward;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a target has fared since it last took something.
 *
 * @param failures how many tries in a row failed
 * @param failingSince when the first of them did
 * @param lastFailureAt when the last of them did
 * @param disabled set when nothing goes there any more
 */
public record TargetHealth(
    long failures,
    @Nullable Instant failingSince,
    @Nullable Instant lastFailureAt,
    @Nullable Disabled disabled) {
  public static final TargetHealth GOOD = new TargetHealth(0, null, null, null);

  private static final int FAILURES_BEFORE_A_PAUSE = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** Since when nothing goes to a target, and why. */
  public record Disabled(String reason, Instant since) {
    /** An owner switched it off. */
    public static final String BY_OWNER = "byOwner";

    /** For days every try failed. */
    public static final String FAILING = "failing";

    /** The target answered 410: it is gone for good. */
    public static final String GONE = "gone";
  }

  /** Returns whether something failed since it last took something. */
  public boolean isFailing() {
    return failingSince != null;
  }

  /**
   * Returns until when nothing more is tried; {@code null} when there is no pause. After some
   * failures in a row each further one makes the pause longer, so that a target that is down costs
   * a call now and then and not one for each delivery.
   */
  public @Nullable Instant pausedUntil() {
    Instant last = lastFailureAt;
    if (last == null || failures < FAILURES_BEFORE_A_PAUSE) {
      return null;
    }
    long doublings = Math.min(failures - FAILURES_BEFORE_A_PAUSE, 10);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return last.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }
}
