package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.aws.log.Log;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Parked events in a table of their own, spread over a few partitions. */
final class DynamoParkedEvents implements ParkedEvents {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Log log;

  DynamoParkedEvents(DynamoDbClient dynamo, String table, Log log) {
    this.dynamo = dynamo;
    this.table = table;
    this.log = log;
  }

  @Override
  public void park(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      byte[] body = ReceivedEventJson.text(event).getBytes(StandardCharsets.UTF_8);
      Item item = Item.of(ChatKeys.parked(event)).bytes("event", Deflated.of(body));
      dynamo.putItem(r -> r.tableName(table).item(item.attributes()));
    }
    log.warn(w -> w.field("parked", events.size())); // what the alarm on parked events counts
  }

  @Override
  public List<ReceivedEvent> oldest(int most) {
    return IntStream.range(0, ChatKeys.SHARDS)
        .boxed()
        .flatMap(shard -> oldestOf(shard, most))
        .sorted(Comparator.comparing(ReceivedEvent::receivedAt))
        .limit(most)
        .toList();
  }

  private Stream<ReceivedEvent> oldestOf(int shard, int most) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                java.util.Map.of(":pk", AttributeValue.fromS(ChatKeys.shard(shard))))
            .consistentRead(true)
            .limit(most)
            .build();
    return dynamo.query(request).items().stream().map(item -> event(Item.of(item)));
  }

  private static ReceivedEvent event(Item item) {
    String body = new String(Deflated.inflate(item.bytes("event")), StandardCharsets.UTF_8);
    try {
      return ReceivedEventJson.read(body);
    } catch (MalformedJson e) {
      throw new IllegalStateException("Not the event that was parked", e);
    }
  }

  @Override
  public void release(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      dynamo.deleteItem(r -> r.tableName(table).key(ChatKeys.parked(event)));
    }
  }
}
