package dev.parley.local.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:30Z");

  @ParameterizedTest
  @CsvSource({
    "cron(0 2 * * ? *), Asia/Taipei, 2026-01-30T18:00:00Z, 2026-01-31T18:00:00Z",
    "cron(0/15 * * * ? *), UTC, 2026-01-31T16:00:00Z, 2026-01-31T16:15:00Z",
    "cron(0 9 ? * MON-FRI *), UTC, 2026-01-30T09:00:00Z, 2026-02-02T09:00:00Z",
    "cron(30 1 L * ? *), UTC, 2026-01-31T01:30:00Z, 2026-02-28T01:30:00Z",
    "rate(1 minute), UTC, 2026-01-31T16:00:30Z, 2026-01-31T16:01:30Z",
    "rate(12 hours), UTC, 2026-01-31T12:00:30Z, 2026-02-01T00:00:30Z",
  })
  void fallsDueAsAwsWouldHaveIt(String expression, String zone, Instant last, Instant next) {
    Instant now = Instant.parse("2026-01-31T16:00:45Z");

    ScheduleExpression schedule = ScheduleExpression.of(expression, ZoneId.of(zone), START);

    assertEquals(Optional.of(last), schedule.last(now));
    assertEquals(Optional.of(next), schedule.next(now));
  }

  @Test
  void isDueAtItsVeryInstantAndNotJustBefore() {
    ScheduleExpression hourly = ScheduleExpression.of("cron(0 * * * ? *)", ZoneOffset.UTC, START);
    Instant ten = Instant.parse("2026-01-31T10:00:00Z");

    assertEquals(Optional.of(ten), hourly.last(ten));
    assertEquals(Optional.of(ten), hourly.last(ten.plusMillis(500)));
    assertEquals(Optional.of(ten.minusSeconds(3600)), hourly.last(ten.minusMillis(500)));
  }

  @Test
  void aSingleTimeIsDueOnce() {
    ScheduleExpression once =
        ScheduleExpression.of("at(2026-02-01T08:00:00)", ZoneId.of("Asia/Bangkok"), START);
    Instant due = Instant.parse("2026-02-01T01:00:00Z");

    assertEquals(Optional.of(due), once.next(START));
    assertEquals(Optional.empty(), once.last(due.minusMillis(1)));
    assertEquals(Optional.empty(), once.next(due));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 2 * * * *)",
        "cron(0 2 * *)",
        "cron(61 2 * * ? *)",
        "rate(0 minutes)",
        "rate(2 minute)",
        "rate(1 week)",
        "at(tomorrow)",
        "sometimes"
      })
  void refusesWhatAwsWouldRefuse(String expression) {
    assertThrows(
        IllegalArgumentException.class,
        () -> ScheduleExpression.of(expression, ZoneOffset.UTC, START));
  }
}
