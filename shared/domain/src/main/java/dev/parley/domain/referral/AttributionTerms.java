package dev.parley.domain.referral;

import java.time.Duration;
import java.util.Optional;

/**
 * Under which terms a link earns credit; kept with each link as they stood when it was made.
 *
 * @param lifetimeDays how many days an order may come after the start, 1 to 90
 */
public record AttributionTerms(int lifetimeDays, Start startsAt, Model model) {
  public static final int MOST_DAYS = 90;
  public static final AttributionTerms DEFAULT = new AttributionTerms(30, Start.CLICK, Model.LAST);

  public Duration lifetime() {
    return Duration.ofDays(lifetimeDays);
  }

  /** What starts the time in which an order is credited. */
  public enum Start {
    CLICK("click"),
    SEND("send");

    private final String wireName;

    Start(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }

    public static Optional<Start> named(String wireName) {
      return switch (wireName) {
        case "click" -> Optional.of(CLICK);
        case "send" -> Optional.of(SEND);
        default -> Optional.empty();
      };
    }
  }

  /** Which of several links that qualify leads. */
  public enum Model {
    LAST("last"),
    FIRST("first");

    private final String wireName;

    Model(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }

    public static Optional<Model> named(String wireName) {
      return switch (wireName) {
        case "last" -> Optional.of(LAST);
        case "first" -> Optional.of(FIRST);
        default -> Optional.empty();
      };
    }
  }
}
