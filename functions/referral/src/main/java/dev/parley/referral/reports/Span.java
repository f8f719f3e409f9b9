package dev.parley.referral.reports;

import dev.parley.aws.http.QueryFields;
import dev.parley.aws.http.TimeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days of the merchant's zone, both ends included. */
record Span(LocalDate from, LocalDate to) {
  static final int MOST_DAYS = 400;
  static final int DEFAULT_DAYS = 14;

  /** Reads {@code from} and {@code to}; without them the span ends today. */
  static Span read(QueryFields query, LocalDate today, int mostDays) {
    LocalDate from = date(query, "from");
    LocalDate to = date(query, "to");
    LocalDate last = to == null ? today : to;
    Span span = new Span(from == null ? last.minusDays(DEFAULT_DAYS - 1) : from, last);
    if (query.isRight("to") && span.from().isAfter(span.to())) {
      query.error("from", "must not be after to");
    } else if (query.isRight("to") && span.days() > mostDays) {
      query.error("from", "the range may span at most " + mostDays + " days");
    }
    return span;
  }

  private static @Nullable LocalDate date(QueryFields query, String name) {
    return query.value(name, TimeText.DATE_RULE, TimeText::date);
  }

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
