package dev.parley.acceptance.faults;

import java.time.Duration;

/**
 * How a flow went with one of its calls failing.
 *
 * @param recovered how far the clock had to move until everything was done
 * @param outcome what became of it
 * @param detail what differs, if anything does
 */
record Trial(
    Flow flow,
    RecordedCall call,
    Failure failure,
    Duration recovered,
    Outcome outcome,
    String detail) {
  static final Duration LONGEST = Duration.ofMinutes(2);

  /** What can become of a flow with a fault. */
  enum Outcome {
    SAME("same"),
    /** LINE has no key for a reply: what became of it is for a person to find out. */
    OUTCOME_UNKNOWN("failed{outcomeUnknown}"),
    /** A profile is optional: it is asked for again with a message an hour later. */
    NAMELESS("same, name later"),
    DIFFERENT("DIFFERENT"),
    STUCK("STUCK"),
    NOT_STRUCK("NOT STRUCK");

    final String text;

    Outcome(String text) {
      this.text = text;
    }
  }

  boolean isGood() {
    return switch (outcome) {
      case SAME, OUTCOME_UNKNOWN, NAMELESS -> recovered.compareTo(LONGEST) <= 0;
      case DIFFERENT, STUCK, NOT_STRUCK -> false;
    };
  }

  @Override
  public String toString() {
    return flow.name()
        + ": "
        + call
        + ", "
        + failure.name()
        + ": "
        + outcome.text
        + " after "
        + recovered.toSeconds()
        + " s "
        + detail;
  }
}
