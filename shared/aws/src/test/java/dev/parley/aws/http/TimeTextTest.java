package dev.parley.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T19:00:00-05:00",
        "9998-12-31T23:59:59.999Z",
        "9999-01-01T07:59:59+08:00"
      })
  void readsTimesFromTheFirstYearToTheLast(String text) {
    assertEquals(Optional.of(OffsetDateTime.parse(text).toInstant()), TimeText.time(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59Z",
        "9999-01-01T00:00:00Z",
        "9998-12-31T20:00:00-04:00",
        "+999999999-12-31T23:59:59-18:00",
        "-0001-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-24T10:00:00",
        "x"
      })
  void readsNoOtherTimes(String text) {
    assertEquals(Optional.<Instant>empty(), TimeText.time(text));
  }

  @Test
  void readsDaysOfTheSameYears() {
    assertEquals(Optional.of(LocalDate.of(1970, 1, 1)), TimeText.date("1970-01-01"));
    assertEquals(Optional.of(LocalDate.of(9998, 12, 31)), TimeText.date("9998-12-31"));
    assertEquals(Optional.<LocalDate>empty(), TimeText.date("1969-12-31"));
    assertEquals(Optional.<LocalDate>empty(), TimeText.date("9999-01-01"));
    assertEquals(Optional.<LocalDate>empty(), TimeText.date("2026-02-30"));
  }
}
