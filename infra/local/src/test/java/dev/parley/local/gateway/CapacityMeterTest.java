package dev.parley.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CapacityMeterTest {
  private final CapacityMeter meter =
      new CapacityMeter((table, keys) -> Json.array().add(item(2900)));

  private static JsonNode json(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode item(int size) {
    return json("{\"pk\":{\"S\":\"%s\"}}".formatted("x".repeat(size)));
  }

  private Capacity of(String operation, JsonNode request, int status, String answer) {
    Reply reply = Reply.json(status, json(answer));
    return meter.of(operation, request, reply, json(answer));
  }

  @Test
  void countsEachWriteOfATransactionTwiceAndByItself() {
    String answer =
        "{\"ConsumedCapacity\":[{\"CapacityUnits\":3.0,\"Table\":{\"CapacityUnits\":2.0},"
            + "\"GlobalSecondaryIndexes\":{\"byDay\":{\"CapacityUnits\":1.0}}}]}";
    ObjectNode request = Json.object();
    ArrayNode actions = request.putArray("TransactItems");
    actions.addObject().putObject("Put").set("Item", item(10));
    actions.addObject().putObject("Put").set("Item", item(1500));
    actions.addObject().putObject("Update").put("TableName", "T").set("Key", item(1));

    assertEquals(
        Capacity.write(2 * (1 + 2 + 3) + 1), of("TransactWriteItems", request, 200, answer));
  }

  @Test
  void countsTheWriteOfAFailedConditionByTheLargerItem() {
    String failed = "{\"__type\":\"com.amazonaws#ConditionalCheckFailedException\"}";
    JsonNode put = Json.object().set("Item", item(1500));
    JsonNode update = Json.object().put("TableName", "T").set("Key", item(1));

    assertEquals(Capacity.write(2), of("PutItem", put, 400, failed));
    assertEquals(Capacity.write(3), of("UpdateItem", update, 400, failed));
  }

  @Test
  void countsAQueryThatFoundNothingAndNothingForARefusedRequest() {
    String nothing = "{\"ConsumedCapacity\":{\"CapacityUnits\":0.0}}";
    JsonNode strong = Json.object().put("ConsistentRead", true);

    assertEquals(Capacity.read(0.5), of("Query", Json.object(), 200, nothing));
    assertEquals(Capacity.read(1), of("Query", strong, 200, nothing));
    assertEquals(
        Capacity.NONE, of("PutItem", Json.object(), 400, "{\"__type\":\"ValidationException\"}"));
  }
}
