package dev.parley.domain.forward;

import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one target.
 *
 * @param eventId what the receiver knows a repeated event by
 * @param type the kind of event
 * @param body the JSON that goes out, byte for byte in UTF-8
 */
public record Delivery(
    DeliveryId id,
    MerchantId merchantId,
    Target target,
    String eventId,
    String type,
    Instant createdAt,
    String body,
    Progress progress) {
  /** What the calls of LINE's webhook are called among the types. */
  public static final String LINE_CALL = "line.webhook";

  /** Begins a delivery; the same event for the same target at the same time is the same one. */
  public static Delivery of(OutgoingEvent event, Target target) {
    return of(
        event.merchantId(), target, event.id(), event.type().wireName(), event.at(), event.body());
  }

  /** Begins a delivery of what is no event of ours. */
  public static Delivery of(
      MerchantId merchant, Target target, String eventId, String type, Instant at, String body) {
    String name = merchant + "\n" + eventId + "\n" + target.name();
    DeliveryId id = new DeliveryId("whd_" + Ulids.named(at, name));
    return new Delivery(id, merchant, target, eventId, type, at, body, Progress.begun(at));
  }

  public Delivery with(Progress other) {
    return new Delivery(id, merchantId, target, eventId, type, createdAt, body, other);
  }

  @Override
  public String toString() {
    return id.value();
  }

  /** What became of a delivery. */
  public enum Status {
    PENDING,
    DELIVERED,
    FAILED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> named(String wireName) {
      return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findFirst();
    }
  }

  /**
   * How far a delivery has come.
   *
   * @param attempts how often it was tried in all
   * @param before how often it was tried before this round, which a replay begins anew
   * @param since when this round began
   * @param dueAt when it is tried next; {@code null} when it is not
   * @param lastTry how the last try ended; {@code null} before the first
   */
  public record Progress(
      Status status,
      long attempts,
      long before,
      Instant since,
      @Nullable Instant dueAt,
      @Nullable Try lastTry) {
    public static Progress begun(Instant at) {
      return new Progress(Status.PENDING, 0, 0, at, null, null);
    }

    /** Returns how often it was tried in this round. */
    public long tries() {
      return attempts - before;
    }

    public boolean isPending() {
      return status == Status.PENDING;
    }

    /** Puts the next try off, without a try. */
    public Progress putOff(Instant until) {
      return new Progress(Status.PENDING, attempts, before, since, until, lastTry);
    }

    /** Counts a try after which the delivery is tried again. */
    public Progress again(Try tried, Instant due) {
      return new Progress(Status.PENDING, attempts + 1, before, since, due, tried);
    }

    /** Counts the try that ended it. */
    public Progress ended(Status status, Try tried) {
      return new Progress(status, attempts + 1, before, since, null, tried);
    }

    /** Gives it up without a call. */
    public Progress dropped(Try why) {
      return new Progress(Status.FAILED, attempts, before, since, null, why);
    }

    /** Begins a new round of tries. */
    public Progress replayed(Instant at, Instant due) {
      return new Progress(Status.PENDING, attempts, attempts, at, due, lastTry);
    }
  }

  /**
   * How a try ended.
   *
   * @param status what the target answered; {@code null} when it didn't
   * @param reason why that is no success; {@code null} when it is one
   */
  public record Try(Instant at, @Nullable Integer status, @Nullable String reason) {}
}
