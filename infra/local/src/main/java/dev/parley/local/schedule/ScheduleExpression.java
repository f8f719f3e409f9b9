package dev.parley.local.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule falls due: {@code cron(…)}, {@code rate(…)} or {@code at(…)}. */
public sealed interface ScheduleExpression {
  /** The first due time after the instant; empty when there is none any more. */
  Optional<Instant> next(Instant after);

  /** The last due time up to and with the instant. */
  Optional<Instant> last(Instant until);

  /**
   * Reads an expression.
   *
   * @param start what a rate is counted from
   * @throws IllegalArgumentException when it isn't one
   */
  static ScheduleExpression of(String expression, ZoneId zone, Instant start) {
    Matcher matcher = Pattern.compile("(cron|rate|at)\\((.*)\\)").matcher(expression.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(expression + " is no schedule expression");
    }
    String body = matcher.group(2).strip();
    return switch (matcher.group(1)) {
      case "cron" -> cron(body, zone);
      case "rate" -> new Rate(start, period(body));
      default -> at(body, zone);
    };
  }

  private static ScheduleExpression cron(String body, ZoneId zone) {
    var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ);
    // Quartz's fields are AWS's with the seconds before them.
    var cron = new CronParser(definition).parse("0 " + body).validate();
    return new Cron(ExecutionTime.forCron(cron), zone);
  }

  private static Duration period(String body) {
    Matcher matcher = Pattern.compile("(\\d+) (minute|hour|day)(s?)").matcher(body);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("rate(" + body + ") is no rate");
    }
    long count = Long.parseLong(matcher.group(1));
    if (count < 1 || (count == 1) != matcher.group(3).isEmpty()) {
      throw new IllegalArgumentException("rate(" + body + "): number and unit don't fit");
    }
    return switch (matcher.group(2)) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static ScheduleExpression at(String body, ZoneId zone) {
    try {
      return new At(LocalDateTime.parse(body).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("at(" + body + ") is no date and time", e);
    }
  }

  /** Due at the minutes that a cron expression names in its zone. */
  record Cron(ExecutionTime times, ZoneId zone) implements ScheduleExpression {
    @Override
    public Optional<Instant> next(Instant after) {
      return times.nextExecution(after.atZone(zone)).map(time -> time.toInstant());
    }

    @Override
    public Optional<Instant> last(Instant until) {
      return before(until.plusSeconds(1))
          .flatMap(last -> last.isAfter(until) ? before(last) : Optional.of(last));
    }

    private Optional<Instant> before(Instant instant) {
      return times.lastExecution(instant.atZone(zone)).map(time -> time.toInstant());
    }
  }

  /** Due each period after the start. */
  record Rate(Instant start, Duration period) implements ScheduleExpression {
    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.of(start.plus(period.multipliedBy(periods(after) + 1)));
    }

    @Override
    public Optional<Instant> last(Instant until) {
      long periods = periods(until);
      return periods < 1 ? Optional.empty() : Optional.of(start.plus(period.multipliedBy(periods)));
    }

    private long periods(Instant instant) {
      return instant.isBefore(start) ? 0 : Duration.between(start, instant).dividedBy(period);
    }
  }

  /** Due once. */
  record At(Instant time) implements ScheduleExpression {
    @Override
    public Optional<Instant> next(Instant after) {
      return time.isAfter(after) ? Optional.of(time) : Optional.empty();
    }

    @Override
    public Optional<Instant> last(Instant until) {
      return time.isAfter(until) ? Optional.empty() : Optional.of(time);
    }
  }
}
