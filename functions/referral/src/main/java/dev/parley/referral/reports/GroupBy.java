package dev.parley.referral.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a report stand for. */
enum GroupBy {
  AGENT,
  CHANNEL,
  STORE,
  PRODUCT,
  DAY,
  WEEK,
  MONTH;

  static final String CHOICES = "agent, channel, store, product, day, week, month";

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<GroupBy> named(String wireName) {
    for (GroupBy groupBy : values()) {
      if (groupBy.wireName().equals(wireName)) {
        return Optional.of(groupBy);
      }
    }
    return Optional.empty();
  }

  boolean isTime() {
    return compareTo(DAY) >= 0;
  }

  /** Returns the first day of the bucket that holds the day. */
  LocalDate bucket(LocalDate day, DayOfWeek weekStart) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
      case MONTH -> day.withDayOfMonth(1);
      default -> day;
    };
  }
}
