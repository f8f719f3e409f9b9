package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.QueryFields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report's query parameters, read so that all that is wrong is refused at once. */
final class QueryReader {
  private static final String FROM = "from";

  private final QueryFields query;

  QueryReader(HttpCall call, Set<String> known) {
    this.query = call.queryFields();
    known.forEach(query::text);
  }

  <T> @Nullable T value(String name, String rule, Function<String, Optional<T>> reader) {
    return query.value(name, rule, reader);
  }

  /** Reads {@code from} and {@code to}; without them the span ends today. */
  Span span(LocalDate today) {
    return span(today, Span.MOST_DAYS);
  }

  Span span(LocalDate today, int mostDays) {
    LocalDate from = date(FROM);
    LocalDate to = date("to");
    LocalDate last = to == null ? today : to;
    Span span = new Span(from == null ? last.minusDays(Span.DEFAULT_DAYS - 1) : from, last);
    if (query.isRight("to")) {
      check(span, mostDays);
    }
    return span;
  }

  private void check(Span span, int mostDays) {
    if (span.from().isAfter(span.to())) {
      query.error(FROM, "must not be after to");
    } else if (span.days() > mostDays) {
      query.error(FROM, "must leave at most " + mostDays + " days until to");
    }
  }

  private @Nullable LocalDate date(String name) {
    return value(name, "must be a date such as 2026-01-31", QueryReader::parsed);
  }

  private static Optional<LocalDate> parsed(String text) {
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns whether {@code format} asks for CSV. */
  boolean csv() {
    Boolean csv =
        value(
            "format",
            "must be json or csv",
            text ->
                switch (text) {
                  case "json" -> Optional.of(false);
                  case "csv" -> Optional.of(true);
                  default -> Optional.empty();
                });
    return csv != null && csv;
  }

  /** Reads {@code limit}, or returns what stands for it. */
  int limit(int most, int otherwise) {
    return query.limit(most, otherwise);
  }

  void done() {
    query.done();
  }
}
