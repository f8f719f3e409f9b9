package dev.parley.aws.forward;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.forward.DueDeliveries;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What is due, by an index that holds nothing else. */
final class DynamoDueDeliveries implements DueDeliveries {
  /** For how long the queue is trusted with what it took. */
  static final Duration TRUST = Duration.ofMinutes(15);

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoDueDeliveries(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public List<Again> oldest(int most) {
    Instant now = clock.instant();
    return IntStream.range(0, ForwardKeys.SHARDS)
        .boxed()
        .flatMap(shard -> oldestOf(shard, now, most))
        .sorted(Comparator.comparing(Again::dueAt).thenComparing(again -> again.id().value()))
        .limit(most)
        .toList();
  }

  private Stream<Again> oldestOf(int shard, Instant now, int most) {
    Map<String, AttributeValue> values =
        Map.of(
            ":pk", AttributeValue.fromS(ForwardKeys.duePk(shard)),
            ":now", AttributeValue.fromS(ForwardKeys.dueTime(now) + "~"));
    return dynamo
        .query(
            r ->
                r.tableName(table)
                    .indexName(ForwardKeys.DUE)
                    .keyConditionExpression("duePk = :pk AND dueSk < :now")
                    .expressionAttributeValues(values)
                    .limit(most))
        .items()
        .stream()
        .map(item -> again(Item.of(item)));
  }

  private static Again again(Item item) {
    String pk = item.text("pk");
    return new Again(
        new MerchantId(pk.substring(0, pk.indexOf('#'))),
        new DeliveryId(item.text("sk")),
        TargetItems.target(item),
        item.number(DeliveryItems.ATTEMPTS),
        item.time(DeliveryItems.DUE_AT));
  }

  @Override
  public void release(List<Again> queued) {
    Instant due = clock.instant().plus(TRUST);
    for (Again again : queued) {
      Change change =
          new Change()
              .set(DeliveryItems.DUE_AT, due.toEpochMilli())
              .set(ForwardKeys.DUE_SK, ForwardKeys.dueSk(due, again.id()))
              .when("#attempts = :attempts AND #dueAt = :before")
              .name(DeliveryItems.ATTEMPTS)
              .value(DeliveryItems.ATTEMPTS, AttributeValue.fromN(Long.toString(again.attempts())))
              .value("before", AttributeValue.fromN(Long.toString(again.dueAt().toEpochMilli())));
      putOff(change, ForwardKeys.delivery(again.merchantId(), again.id()));
    }
  }

  private void putOff(Change change, Map<String, AttributeValue> key) {
    try {
      dynamo.updateItem(change.request(table, key).build());
    } catch (ConditionalCheckFailedException e) {
      return; // It was tried in the meantime.
    }
  }
}
