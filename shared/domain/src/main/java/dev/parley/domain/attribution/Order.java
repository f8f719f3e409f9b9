package dev.parley.domain.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order of the merchant's shop, as the shop told it.
 *
 * @param timeZone the merchant's when the order came, whose days count
 * @param refunds what was given back, when; what was taken back from that again is negative
 * @param trace what tells who ordered
 * @param items its lines as JSON, kept as they came
 * @param digest of everything the shop said: the same for the same
 * @param revision 1 for the first version
 */
public record Order(
    OrderKey key,
    Money total,
    Instant placedAt,
    ZoneId timeZone,
    Status status,
    List<Refund> refunds,
    Trace trace,
    @Nullable String storeCode,
    @Nullable String items,
    String digest,
    long revision) {
  public Order {
    refunds = List.copyOf(refunds);
  }

  /**
   * Returns the latest time at which it may have been placed: a shop that tells whole seconds
   * leaves the rest of the second open.
   */
  public Instant placedBy() {
    boolean whole = placedAt.equals(placedAt.truncatedTo(ChronoUnit.SECONDS));
    return whole ? placedAt.plusMillis(999) : placedAt;
  }

  public LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, timeZone);
  }

  /** Returns what is refunded in all, in minor units. */
  public long refunded() {
    return refunds.stream().mapToLong(Refund::minor).sum();
  }

  /** An amount that was given back, in minor units. */
  public record Refund(Instant at, long minor) {}

  /**
   * What an order carries of the customer.
   *
   * @param linkToken as the shop gave it
   * @param landingToken the one in the address that the customer came by
   * @param identities in the order in which they are asked
   */
  public record Trace(
      @Nullable String linkToken, @Nullable String landingToken, List<Identity> identities) {
    public Trace {
      identities = List.copyOf(identities);
    }
  }

  /**
   * A mark of a customer.
   *
   * @param digest tells one from another without saying what it is
   */
  public record Identity(MatchedBy kind, String digest) {
    public String text() {
      return kind.wireName() + ":" + digest;
    }
  }

  /** Where the order stands at the shop. */
  public enum Status {
    PLACED("placed"),
    PAID("paid"),
    CANCELLED("cancelled"),
    REFUNDED("refunded"),
    PARTIALLY_REFUNDED("partiallyRefunded");

    public static final String CHOICES = "placed, paid, cancelled, refunded, partiallyRefunded";

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }

    public static Optional<Status> named(String wireName) {
      for (Status status : values()) {
        if (status.wireName.equals(wireName)) {
          return Optional.of(status);
        }
      }
      return Optional.empty();
    }
  }
}
