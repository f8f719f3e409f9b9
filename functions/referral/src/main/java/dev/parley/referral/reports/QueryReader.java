package dev.parley.referral.reports;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.domain.input.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report's query parameters, read so that all that is wrong is refused at once. */
final class QueryReader {
  private static final String FROM = "from";

  private final HttpCall call;
  private final List<FieldError> errors = new ArrayList<>();

  QueryReader(HttpCall call, Set<String> known) {
    this.call = call;
    for (String name : call.query().keySet()) {
      if (!known.contains(name)) {
        error(name, "is not a query parameter of this route");
      }
    }
  }

  <T> @Nullable T value(String name, String rule, Function<String, Optional<T>> reader) {
    String text = call.query(name);
    if (text == null) {
      return null;
    }
    Optional<T> read = reader.apply(text);
    if (read.isEmpty()) {
      error(name, rule);
    }
    return read.orElse(null);
  }

  /** Reads {@code from} and {@code to}; without them the span ends today. */
  Span span(LocalDate today) {
    LocalDate from = date(FROM);
    LocalDate to = date("to");
    LocalDate last = to == null ? today : to;
    Span span = new Span(from == null ? last.minusDays(Span.DEFAULT_DAYS - 1) : from, last);
    if (!errors.stream().map(FieldError::pointer).toList().contains("to")) {
      check(span);
    }
    return span;
  }

  private void check(Span span) {
    if (span.from().isAfter(span.to())) {
      error(FROM, "must not be after to");
    } else if (span.days() > Span.MOST_DAYS) {
      error(FROM, "must leave at most " + Span.MOST_DAYS + " days until to");
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
    Integer limit =
        value(
            "limit",
            "must be from 1 to " + most,
            text ->
                text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= most
                    ? Optional.of(Integer.valueOf(text))
                    : Optional.empty());
    return limit == null ? otherwise : limit;
  }

  void done() {
    if (!errors.isEmpty()) {
      throw new BadInput(errors);
    }
  }

  private void error(String name, String detail) {
    errors.add(new FieldError(name, detail));
  }
}
