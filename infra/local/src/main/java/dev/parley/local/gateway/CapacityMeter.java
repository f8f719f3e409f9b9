package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Consumed capacity as AWS counts it, from what DynamoDB Local reports: that halves transactions
 * that write, and leaves out writes whose condition failed and queries that found nothing.
 */
final class CapacityMeter {
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem");
  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

  private final BiFunction<String, JsonNode, JsonNode> itemByKey;

  /**
   * @param itemByKey the item with that key in that table as it is now, or an empty object
   */
  CapacityMeter(BiFunction<String, JsonNode, JsonNode> itemByKey) {
    this.itemByKey = itemByKey;
  }

  /** Whether its answer can say what it consumed. */
  static boolean reports(String operation) {
    return WRITES.contains(operation)
        || READS.contains(operation)
        || operation.equals("TransactWriteItems");
  }

  Capacity of(String operation, JsonNode request, Reply reply, JsonNode answer) {
    if (!reply.ok()) {
      return refused(operation, request, AwsCallFault.typeOf(answer));
    }
    double units = total(answer.path("ConsumedCapacity"));
    if (WRITES.contains(operation)) {
      return Capacity.write(units);
    }
    if (operation.equals("TransactWriteItems")) {
      return Capacity.write(2 * units);
    }
    return Capacity.read(Math.max(units, request.path("ConsistentRead").asBoolean() ? 1 : 0.5));
  }

  private static double total(JsonNode consumed) {
    if (!consumed.isArray()) {
      return consumed.path("CapacityUnits").asDouble();
    }
    double units = 0;
    for (JsonNode table : consumed) {
      units += table.path("CapacityUnits").asDouble();
    }
    return units;
  }

  private Capacity refused(String operation, JsonNode request, String error) {
    return switch (error) {
      case "ConditionalCheckFailedException" -> Capacity.write(units(request));
      case "TransactionCanceledException" ->
          operation.equals("TransactWriteItems") ? cancelled(request) : Capacity.NONE;
      default -> Capacity.NONE;
    };
  }

  private Capacity cancelled(JsonNode request) {
    double units = 0;
    for (JsonNode action : request.path("TransactItems")) {
      for (JsonNode write : action) {
        units += 2.0 * units(write);
      }
    }
    return Capacity.write(units);
  }

  /** The larger of the item that is there and the one that was to be put. */
  private int units(JsonNode write) {
    int put = ItemSize.writeUnits(write.path("Item"));
    JsonNode key = write.path("Key");
    return key.isMissingNode()
        ? put
        : Math.max(
            put, ItemSize.writeUnits(itemByKey.apply(write.path("TableName").asText(), key)));
  }
}
