package dev.parley.aws.stream;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A stretch of one shard of a table's stream, which keeps changes for a day.
 *
 * @param first the number of its first change
 * @param last the number of its last change
 */
public record StreamStretch(String stream, String shard, String first, String last) {
  /** A batch is read at once; a shard may answer with nothing for a while. */
  private static final int MOST_READS = 20;

  /** A change by its number, and what it is a change of. */
  public record Changed(String sequenceNumber, Map<String, AttributeValue> keys) {}

  /** Returns the changes in order; empty when the stream has none of them any more. */
  public List<Changed> read(DynamoDbStreamsClient streams) {
    try {
      return readAll(streams);
    } catch (TrimmedDataAccessException | ResourceNotFoundException e) {
      return List.of();
    }
  }

  private List<Changed> readAll(DynamoDbStreamsClient streams) {
    BigInteger end = new BigInteger(last);
    List<Changed> changes = new ArrayList<>();
    String iterator = start(streams);
    for (int i = 0; i < MOST_READS && iterator != null; i++) {
      String at = iterator;
      var page = streams.getRecords(r -> r.shardIterator(at));
      for (var record : page.records()) {
        var change = record.dynamodb();
        BigInteger number = new BigInteger(change.sequenceNumber());
        if (number.compareTo(end) <= 0) {
          changes.add(new Changed(change.sequenceNumber(), change.keys()));
        }
        if (number.compareTo(end) >= 0) {
          return changes;
        }
      }
      iterator = page.nextShardIterator();
    }
    return changes;
  }

  private String start(DynamoDbStreamsClient streams) {
    return streams
        .getShardIterator(
            r ->
                r.streamArn(stream)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .sequenceNumber(first))
        .shardIterator();
  }
}
