package dev.parley.aws.forward;

import dev.parley.aws.item.Deflated;
import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Progress;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.Delivery.Try;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deliveries as items. */
final class DeliveryItems {
  static final String STATUS = "status";
  static final String ATTEMPTS = "attempts";
  static final String DUE_AT = "dueAt";
  static final String EXPIRES_AT = "expiresAt";
  private static final String EVENT_ID = "eventId";
  private static final String TYPE = "type";
  private static final String CREATED_AT = "createdAt";
  private static final String BODY = "body";
  private static final String BEFORE = "attemptsBefore";
  private static final String SINCE = "roundAt";
  private static final String LAST_AT = "lastTryAt";
  private static final String LAST_STATUS = "lastStatus";
  private static final String LAST_REASON = "lastReason";

  /** What a list reads: all but the body. */
  static final String LISTED =
      "sk, endpointId, channelId, #url, eventId, #type, createdAt, #status, attempts,"
          + " attemptsBefore, roundAt, dueAt, lastTryAt, lastStatus, lastReason";

  private DeliveryItems() {}

  static Item item(Delivery delivery) {
    Progress progress = delivery.progress();
    Item item =
        Item.of(ForwardKeys.delivery(delivery.merchantId(), delivery.id()))
            .with(TargetItems.target(delivery.target()))
            .text(EVENT_ID, delivery.eventId())
            .text(TYPE, delivery.type())
            .time(CREATED_AT, delivery.createdAt())
            .bytes(BODY, Deflated.of(delivery.body().getBytes(StandardCharsets.UTF_8)))
            .number(EXPIRES_AT, delivery.createdAt().plus(Deliveries.LIFE).getEpochSecond())
            .text(STATUS, progress.status().wireName())
            .number(ATTEMPTS, progress.attempts())
            .number(BEFORE, progress.before())
            .time(SINCE, progress.since())
            .with(last(progress.lastTry()));
    if (progress.status() != Status.DELIVERED) {
      item.text(ForwardKeys.STATUS_PK, statusPk(delivery.merchantId(), progress.status()))
          .text(ForwardKeys.STATUS_SK, delivery.id().value());
    }
    Instant due = progress.dueAt();
    return due == null ? item : item.with(due(delivery.id(), due));
  }

  private static Item last(@Nullable Try tried) {
    if (tried == null) {
      return Item.empty();
    }
    Integer status = tried.status();
    return Item.empty()
        .time(LAST_AT, tried.at())
        .number(LAST_STATUS, status == null ? null : Long.valueOf(status))
        .text(LAST_REASON, tried.reason());
  }

  static Item due(DeliveryId id, Instant due) {
    return Item.empty()
        .time(DUE_AT, due)
        .text(ForwardKeys.DUE_PK, ForwardKeys.duePk(id))
        .text(ForwardKeys.DUE_SK, ForwardKeys.dueSk(due, id));
  }

  static String statusPk(MerchantId merchant, Status status) {
    return merchant.value() + "#" + status.wireName();
  }

  static Delivery delivery(MerchantId merchant, Item item) {
    return new Delivery(
        new DeliveryId(item.text("sk")),
        merchant,
        TargetItems.target(item),
        item.text(EVENT_ID),
        item.text(TYPE),
        item.time(CREATED_AT),
        item.has(BODY)
            ? new String(Deflated.inflate(item.bytes(BODY)), StandardCharsets.UTF_8)
            : "",
        new Progress(
            Status.named(item.text(STATUS)).orElseThrow(),
            item.number(ATTEMPTS),
            item.number(BEFORE),
            item.time(SINCE),
            item.optionalTime(DUE_AT),
            lastTry(item)));
  }

  private static @Nullable Try lastTry(Item item) {
    Instant at = item.optionalTime(LAST_AT);
    Long status = item.optionalNumber(LAST_STATUS);
    return at == null
        ? null
        : new Try(
            at, status == null ? null : Math.toIntExact(status), item.optionalText(LAST_REASON));
  }
}
