package dev.parley.platforms.forward;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For how long an answer asks to be left alone: in seconds, or until a time. That is measured by
 * the answer's own {@code Date}, so that neither side's clock has to be right.
 */
final class RetryAfter {
  private RetryAfter() {}

  /** Returns {@code null} when the head of the answer doesn't say. */
  static @Nullable Duration in(String head) {
    String value = field(head, "retry-after:").orElse("");
    return value.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(value))
        : untilTime(value, field(head, "date:").orElse("")).orElse(null);
  }

  private static Optional<String> field(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length()).strip())
        .findFirst();
  }

  private static Optional<Duration> untilTime(String until, String date) {
    try {
      Duration wait = Duration.between(time(date), time(until));
      return wait.isNegative() ? Optional.empty() : Optional.of(wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant time(String text) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
  }
}
