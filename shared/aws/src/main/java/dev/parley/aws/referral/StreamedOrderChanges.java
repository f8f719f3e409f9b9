package dev.parley.aws.referral;

import dev.parley.domain.attribution.OrderChanges;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of the orders' table, which keeps its changes for a day. */
final class StreamedOrderChanges implements OrderChanges {
  /** A batch is read at once; a shard may answer with nothing for a while. */
  private static final int MOST_READS = 20;

  private final DynamoDbStreamsClient streams;

  StreamedOrderChanges(DynamoDbStreamsClient streams) {
    this.streams = streams;
  }

  @Override
  public List<OrderChange> in(Batch batch) {
    try {
      return read(batch);
    } catch (TrimmedDataAccessException | ResourceNotFoundException e) {
      return List.of();
    }
  }

  private List<OrderChange> read(Batch batch) {
    BigInteger last = new BigInteger(batch.last());
    List<OrderChange> changes = new ArrayList<>();
    String iterator = start(batch);
    for (int i = 0; i < MOST_READS && iterator != null; i++) {
      String at = iterator;
      var page = streams.getRecords(r -> r.shardIterator(at));
      for (var record : page.records()) {
        var change = record.dynamodb();
        BigInteger number = new BigInteger(change.sequenceNumber());
        if (number.compareTo(last) <= 0) {
          changes.add(new OrderChange(change.sequenceNumber(), OrderItems.key(change.keys())));
        }
        if (number.compareTo(last) >= 0) {
          return changes;
        }
      }
      iterator = page.nextShardIterator();
    }
    return changes;
  }

  private String start(Batch batch) {
    return streams
        .getShardIterator(
            r ->
                r.streamArn(batch.stream())
                    .shardId(batch.shard())
                    .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .sequenceNumber(batch.first()))
        .shardIterator();
  }
}
