package dev.parley.referral.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Days of the merchant's zone, both ends included. */
record Span(LocalDate from, LocalDate to) {
  static final int MOST_DAYS = 400;
  static final int DEFAULT_DAYS = 14;

  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** Returns when the last day is over. */
  Instant end(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
