package dev.parley.aws.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times and days in requests, from 1970 to 9998: the keys of tables hold no others in order. */
public final class TimeText {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 1, 1);
  private static final String YEARS = ", from 1970 to 9998";

  /** Says what {@link #time} takes. */
  public static final String TIME_RULE = "must be a time such as 2026-01-31T16:00:00Z" + YEARS;

  /** Says what {@link #date} takes. */
  public static final String DATE_RULE = "must be a date such as 2026-01-31" + YEARS;

  private TimeText() {}

  public static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(time -> !time.isBefore(start(FIRST)) && time.isBefore(start(END)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> !date.isBefore(FIRST) && date.isBefore(END));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
