package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table's stream, shard after shard, from the position that was reached. */
final class StreamReader {
  private static final String TARGET = "DynamoDBStreams_20120810.";

  /** The last record that was handled, in its shard. */
  record Position(String shard, String sequenceNumber) {}

  private final AwsClient database;
  private final String streamArn;
  private @Nullable Position read;

  /**
   * @param from the record after which to begin; the oldest one when null
   */
  StreamReader(AwsClient database, String table, @Nullable Position from) {
    this.database = database;
    this.read = from;
    this.streamArn =
        database
            .call("DynamoDB_20120810.DescribeTable", Json.object().put("TableName", table))
            .path("Table")
            .path("LatestStreamArn")
            .asText();
  }

  String streamArn() {
    return streamArn;
  }

  /** Returns all records that came since the last call; each says the shard that it is from. */
  List<ObjectNode> next() {
    List<ObjectNode> records = new ArrayList<>();
    for (String shard : shards()) {
      records.addAll(records(shard));
    }
    return records;
  }

  /** The shards from the one that was reached on, the oldest first. */
  private List<String> shards() {
    JsonNode shards =
        database
            .call(TARGET + "DescribeStream", Json.object().put("StreamArn", streamArn))
            .path("StreamDescription")
            .path("Shards");
    List<String> names = new ArrayList<>();
    shards.forEach(shard -> names.add(shard.path("ShardId").asText()));
    names.sort(null);
    Position reached = read;
    return reached == null
        ? names
        : names.stream().filter(name -> name.compareTo(reached.shard()) >= 0).toList();
  }

  private List<ObjectNode> records(String shard) {
    ObjectNode request = Json.object().put("StreamArn", streamArn).put("ShardId", shard);
    Position reached = read;
    if (reached != null && reached.shard().equals(shard)) {
      request
          .put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
          .put("SequenceNumber", reached.sequenceNumber());
    } else {
      request.put("ShardIteratorType", "TRIM_HORIZON");
    }
    JsonNode iterator = database.call(TARGET + "GetShardIterator", request).path("ShardIterator");
    List<ObjectNode> records = new ArrayList<>();
    while (!iterator.isMissingNode() && !iterator.isNull()) {
      ObjectNode next = Json.object();
      next.set("ShardIterator", iterator);
      JsonNode answer = database.call(TARGET + "GetRecords", next);
      if (answer.path("Records").isEmpty()) {
        break;
      }
      for (JsonNode record : answer.path("Records")) {
        records.add(((ObjectNode) record).put("shard", shard));
        read = new Position(shard, sequenceNumber(record));
      }
      iterator = answer.path("NextShardIterator");
    }
    return records;
  }

  static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  static Position position(JsonNode record) {
    return new Position(record.path("shard").asText(), sequenceNumber(record));
  }
}
