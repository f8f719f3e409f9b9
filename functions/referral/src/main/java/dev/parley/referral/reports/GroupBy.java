package dev.parley.referral.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** What the rows of a report stand for. */
enum GroupBy {
  AGENT("agent"),
  CHANNEL("channel"),
  STORE("store"),
  PRODUCT("product"),
  /** Whether products were picked or their addresses typed. */
  LINK_KIND("linkKind"),
  DAY("day"),
  WEEK("week"),
  MONTH("month");

  static final String CHOICES = "agent, channel, store, product, linkKind, day, week, month";

  private final String wireName;

  GroupBy(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
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
