package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replays;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Runs in the messages' table, beside the events that they go through. */
final class DynamoReplays implements Replays {
  private static final Duration LIFE = Duration.ofDays(30);
  private static final String STEP = "step";
  private static final String RUN = "run";
  private static final String EXPIRES_AT = "expiresAt";

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoReplays(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void begin(Replay replay) {
    put(replay, request -> request.conditionExpression("attribute_not_exists(pk)"));
  }

  @Override
  public boolean advance(Replay replay) {
    return put(
        replay,
        request ->
            request
                .conditionExpression("#step = :before")
                .expressionAttributeNames(Map.of("#step", STEP))
                .expressionAttributeValues(
                    Map.of(":before", AttributeValue.fromN(Long.toString(replay.step() - 1)))));
  }

  private boolean put(Replay replay, UnaryOperator<PutItemRequest.Builder> when) {
    Item item =
        Item.of(ChatKeys.replay(replay.merchantId(), replay.id()))
            .number(STEP, replay.step())
            .text(RUN, ReplayJson.text(replay))
            .number(EXPIRES_AT, replay.startedAt().plus(LIFE).getEpochSecond());
    PutItemRequest.Builder request =
        PutItemRequest.builder().tableName(table).item(item.attributes());
    try {
      dynamo.putItem(when.apply(request).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Optional<Replay> find(MerchantId merchant, ReplayId id) {
    var found =
        dynamo.getItem(
            r -> r.tableName(table).key(ChatKeys.replay(merchant, id)).consistentRead(true));
    return Optional.of(Item.of(found.item()))
        .filter(item -> item.has(RUN))
        .filter(item -> item.number(EXPIRES_AT) > clock.instant().getEpochSecond())
        .map(item -> ReplayJson.read(merchant, id, item.number(STEP), item.text(RUN)));
  }
}
