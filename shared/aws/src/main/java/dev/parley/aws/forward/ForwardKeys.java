package dev.parley.aws.forward;

import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the forwards' table and what each is read by.
 *
 * <ul>
 *   <li>{@code merchantId#E | endpointId}: a merchant's endpoints, with how each fares.
 *   <li>{@code merchantId#F | digest}: how a forward of a channel fares; there once it has failed.
 *   <li>{@code merchantId#D | deliveryId}: a merchant's newest deliveries, a delivery by its id.
 *       Index {@code byStatus}: {@code merchantId#status | deliveryId}: those not delivered. Index
 *       {@code due}: {@code shard | time#deliveryId}: those to be tried again.
 * </ul>
 */
final class ForwardKeys {
  static final String BY_STATUS = "byStatus";
  static final String STATUS_PK = "statusPk";
  static final String STATUS_SK = "statusSk";
  static final String DUE = "due";
  static final String DUE_PK = "duePk";
  static final String DUE_SK = "dueSk";

  /** How many partitions what is due is spread over. */
  static final int SHARDS = 4;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private ForwardKeys() {}

  static String endpoints(MerchantId merchant) {
    return merchant.value() + "#E";
  }

  static Map<String, AttributeValue> endpoint(MerchantId merchant, EndpointId id) {
    return Item.at(endpoints(merchant), id.value()).attributes();
  }

  static Map<String, AttributeValue> health(MerchantId merchant, Target target) {
    return switch (target) {
      case Target.Endpoint endpoint -> endpoint(merchant, endpoint.id());
      case Target.Forward forward ->
          Item.at(merchant.value() + "#F", Ulids.named(forward.name())).attributes();
    };
  }

  static String deliveries(MerchantId merchant) {
    return merchant.value() + "#D";
  }

  static Map<String, AttributeValue> delivery(MerchantId merchant, DeliveryId id) {
    return Item.at(deliveries(merchant), id.value()).attributes();
  }

  static String duePk(int shard) {
    return "due#" + shard;
  }

  static String duePk(DeliveryId id) {
    return duePk(Math.floorMod(id.value().hashCode(), SHARDS));
  }

  static String dueSk(Instant dueAt, DeliveryId id) {
    return dueTime(dueAt) + "#" + id.value();
  }

  static String dueTime(Instant dueAt) {
    return TIME.format(dueAt);
  }
}
