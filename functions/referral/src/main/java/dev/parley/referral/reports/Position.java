package dev.parley.referral.reports;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list of credited orders has come to, by time, then by order, then by link.
 *
 * @param order the order's key as text
 */
record Position(Instant placedAt, String order, int index) implements Comparable<Position> {
  private static final Pattern CURSOR = Pattern.compile("(-?\\d{1,15}) (\\d{1,4}) (.*)");

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::placedAt)
          .thenComparing(Position::order)
          .thenComparingInt(Position::index);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  String cursor() {
    return CursorText.of(placedAt.toEpochMilli() + " " + index + " " + order);
  }

  /** Returns what the cursor says, or empty when it is none. */
  static Optional<Position> parse(String cursor) {
    return CursorText.read(cursor)
        .map(CURSOR::matcher)
        .filter(Matcher::matches)
        .map(
            said ->
                new Position(
                    Instant.ofEpochMilli(Long.parseLong(said.group(1))),
                    said.group(3),
                    Integer.parseInt(said.group(2))));
  }
}
