package dev.parley.aws.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attribution.OrderChanges;
import dev.parley.domain.attribution.OrderChanges.Batch;
import dev.parley.domain.attribution.OrderChanges.OrderChange;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.aws.LocalAws;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

final class StreamedOrderChangesIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId MERCHANT = new MerchantId("mer_1");

  private static OrderKey order(int number) {
    return new OrderKey(MERCHANT, "web#shop", "SO-" + number);
  }

  /** Makes a table with a stream, writes the orders and returns the stream's name. */
  private static String streamOf(int orders) {
    String table = "t-" + UUID.randomUUID();
    var made =
        AWS.dynamo()
            .createTable(
                r ->
                    r.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                        .attributeDefinitions(text("pk"), text("sk"))
                        .streamSpecification(
                            s -> s.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
    IntStream.range(0, orders)
        .mapToObj(i -> OrderItems.at(order(i)).attributes())
        .forEach(item -> AWS.dynamo().putItem(r -> r.tableName(table).item(item)));
    return made.tableDescription().latestStreamArn();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static DynamoDbStreamsClient streams() {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(AWS.dynamoEndpoint())
        .region(Region.of(LocalAws.REGION))
        .credentialsProvider(LocalAws.credentials())
        .httpClient(AwsCrtHttpClient.create())
        .build();
  }

  private static String shard(DynamoDbStreamsClient streams, String stream) {
    return streams
        .describeStream(r -> r.streamArn(stream))
        .streamDescription()
        .shards()
        .getFirst()
        .shardId();
  }

  private static List<String> numbers(DynamoDbStreamsClient streams, String stream, String shard) {
    String iterator =
        streams
            .getShardIterator(
                r ->
                    r.streamArn(stream)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    List<Record> records = streams.getRecords(r -> r.shardIterator(iterator)).records();
    return records.stream().map(record -> record.dynamodb().sequenceNumber()).toList();
  }

  @Test
  void theOrdersOfABatchAreReadAndNoOthers() {
    try (DynamoDbStreamsClient streams = streams()) {
      String stream = streamOf(5);
      String shard = shard(streams, stream);
      List<String> numbers = numbers(streams, stream, shard);
      OrderChanges changes = new StreamedOrderChanges(streams);

      List<OrderChange> middle =
          changes.in(new Batch(stream, shard, numbers.get(1), numbers.get(3)));

      assertEquals(
          IntStream.rangeClosed(1, 3)
              .mapToObj(i -> new OrderChange(numbers.get(i), order(i)))
              .toList(),
          middle);
      assertEquals(
          List.of(new OrderChange(numbers.get(4), order(4))),
          changes.in(new Batch(stream, shard, numbers.get(4), numbers.get(4))));
    }
  }

  @Test
  void aStreamThatIsGoneHasNoOrders() {
    try (DynamoDbStreamsClient streams = streams()) {
      String stream = streamOf(1);
      String shard = shard(streams, stream);
      String gone = stream.replaceFirst("/stream/.*", "/stream/2020-01-01T00:00:00.000");

      assertEquals(
          List.of(),
          new StreamedOrderChanges(streams)
              .in(new Batch(gone, shard, "1".repeat(21), "2".repeat(21))));
    }
  }
}
