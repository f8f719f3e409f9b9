package dev.parley.referral.reports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
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
    String text = placedAt.toEpochMilli() + " " + index + " " + order;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what the cursor says, or empty when it is none. */
  static Optional<Position> parse(String cursor) {
    if (!cursor.matches("[A-Za-z0-9_-]+") || cursor.length() % 4 == 1) {
      return Optional.empty();
    }
    Matcher matcher =
        CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    return matcher.matches()
        ? Optional.of(
            new Position(
                Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
                matcher.group(3),
                Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
