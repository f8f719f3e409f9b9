package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** DynamoDB: the database behind, its answers metered, its writes announced to the streams. */
public final class DynamoService implements AwsService {
  private static final String TARGET = "DynamoDB_20120810.";
  private static final String STREAMS = "DynamoDBStreams_20120810.";
  private static final Set<String> OF_STREAMS =
      Set.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams");
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  private final AwsClient database;
  private final Consumer<String> written;
  private final CapacityMeter capacity = new CapacityMeter(this::items);

  /**
   * @param written told the name of each table that a call wrote to, before the caller is answered
   */
  public DynamoService(AwsClient database, Consumer<String> written) {
    this.database = database;
    this.written = written;
  }

  @Override
  public Answer answer(String operation, byte[] body) {
    JsonNode request = Json.tryParse(body).orElseGet(Json::object);
    if (OF_STREAMS.contains(operation)) {
      return Answer.of(database.send(STREAMS + operation, Json.bytes(asKnownHere(request))));
    }
    boolean metered = CapacityMeter.reports(operation) && request instanceof ObjectNode;
    boolean asked = !request.path("ReturnConsumedCapacity").asText("NONE").equals("NONE");
    if (metered && !asked) {
      ((ObjectNode) request).put("ReturnConsumedCapacity", "INDEXES");
    }
    Reply reply = database.send(TARGET + operation, metered ? Json.bytes(request) : body);
    if (reply.ok() && WRITES.contains(operation)) {
      tables(request).forEach(written);
    }
    if (!metered) {
      return Answer.of(reply);
    }
    JsonNode answer = Json.tryParse(reply.body()).orElseGet(Json::object);
    Capacity consumed = capacity.of(operation, request, reply, answer);
    return new Answer(asked ? reply : withoutCapacity(reply, answer), consumed);
  }

  /** The database calls its streams otherwise than the region does that it stands for. */
  private JsonNode asKnownHere(JsonNode request) {
    String arn = request.path("StreamArn").asText();
    int table = arn.indexOf(":table/");
    int stream = arn.indexOf("/stream/");
    if (table < 0 || stream < table || !(request instanceof ObjectNode asked)) {
      return request;
    }
    String name = arn.substring(table + ":table/".length(), stream);
    JsonNode described =
        database.call(TARGET + "DescribeTable", Json.object().put("TableName", name));
    String known = described.path("Table").path("LatestStreamArn").asText();
    return known.endsWith(arn.substring(table)) ? asked.put("StreamArn", known) : request;
  }

  private static Reply withoutCapacity(Reply reply, JsonNode answer) {
    if (answer instanceof ObjectNode object && object.remove("ConsumedCapacity") != null) {
      return new Reply(reply.status(), reply.headers(), Json.bytes(object));
    }
    return reply;
  }

  private static Set<String> tables(JsonNode request) {
    Set<String> tables = new TreeSet<>();
    if (request.has("TableName")) {
      tables.add(request.path("TableName").asText());
    }
    request.path("RequestItems").fieldNames().forEachRemaining(tables::add);
    for (JsonNode action : request.path("TransactItems")) {
      action.forEach(write -> tables.add(write.path("TableName").asText()));
    }
    return tables;
  }

  private JsonNode items(String table, ArrayNode keys) {
    ObjectNode request = Json.object();
    ObjectNode wanted = request.putObject("RequestItems").putObject(table);
    wanted.put("ConsistentRead", true).set("Keys", keys);
    Reply reply = database.send(TARGET + "BatchGetItem", Json.bytes(request));
    return Json.tryParse(reply.body()).orElseGet(Json::object).path("Responses").path(table);
  }
}
