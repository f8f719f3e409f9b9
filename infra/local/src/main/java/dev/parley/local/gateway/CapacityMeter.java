package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Consumed capacity as AWS counts it, from what DynamoDB Local reports. That adds up the bytes of a
 * table's items before it rounds when a transaction writes, and leaves out writes whose condition
 * failed and queries that found nothing.
 */
final class CapacityMeter {
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem");
  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

  private static final double IN_TRANSACTION = 2;

  private final BiFunction<String, ArrayNode, JsonNode> itemsByKey;

  /**
   * @param itemsByKey those of the items with these keys that are in that table now
   */
  CapacityMeter(BiFunction<String, ArrayNode, JsonNode> itemsByKey) {
    this.itemsByKey = itemsByKey;
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
      return Capacity.write(transaction(request) + ofIndexes(answer.path("ConsumedCapacity")));
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

  private static double ofIndexes(JsonNode consumed) {
    double units = 0;
    for (JsonNode table : consumed) {
      for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
        units += index.path("CapacityUnits").asDouble();
      }
    }
    return units;
  }

  private Capacity refused(String operation, JsonNode request, String error) {
    return switch (error) {
      case "ConditionalCheckFailedException" -> Capacity.write(units(request));
      case "TransactionCanceledException" ->
          operation.equals("TransactWriteItems")
              ? Capacity.write(transaction(request))
              : Capacity.NONE;
      default -> Capacity.NONE;
    };
  }

  /** Each item by itself: what is put, and what is there now under the keys of the other writes. */
  private double transaction(JsonNode request) {
    Map<String, ArrayNode> keys = new TreeMap<>();
    double units = 0;
    for (JsonNode action : request.path("TransactItems")) {
      for (JsonNode write : action) {
        if (write.has("Key")) {
          keys.computeIfAbsent(write.path("TableName").asText(), table -> Json.array())
              .add(write.path("Key"));
        } else {
          units += ItemSize.writeUnits(write.path("Item"));
        }
      }
    }
    for (Map.Entry<String, ArrayNode> table : keys.entrySet()) {
      units += units(table.getKey(), table.getValue());
    }
    return IN_TRANSACTION * units;
  }

  /** One that isn't there is one unit. */
  private int units(String table, ArrayNode keys) {
    JsonNode items = itemsByKey.apply(table, keys);
    int units = keys.size() - items.size();
    for (JsonNode item : items) {
      units += ItemSize.writeUnits(item);
    }
    return units;
  }

  /** The larger of the item that is there and the one that was to be put. */
  private int units(JsonNode write) {
    int put = ItemSize.writeUnits(write.path("Item"));
    return write.has("Key")
        ? Math.max(
            put, units(write.path("TableName").asText(), Json.array().add(write.path("Key"))))
        : put;
  }
}
