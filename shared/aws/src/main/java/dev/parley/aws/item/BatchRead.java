package dev.parley.aws.item;

import dev.parley.domain.fault.TransientFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** A read of many items of one table by their keys, as many in a request as DynamoDB takes. */
public final class BatchRead {
  private static final int MOST_KEYS = 100;
  private static final int TRIES = 8;

  private final DynamoDbClient dynamo;
  private final String table;
  private final boolean consistent;

  private BatchRead(DynamoDbClient dynamo, String table, boolean consistent) {
    this.dynamo = dynamo;
    this.table = table;
    this.consistent = consistent;
  }

  /** A read that sees all that was written before it. */
  public static BatchRead consistent(DynamoDbClient dynamo, String table) {
    return new BatchRead(dynamo, table, true);
  }

  /** A read at half the cost, of items as they were a moment ago. */
  public static BatchRead eventual(DynamoDbClient dynamo, String table) {
    return new BatchRead(dynamo, table, false);
  }

  /**
   * Returns those of the items that are there, in no order. What DynamoDB leaves unread is asked
   * for again; when it goes on leaving some, that is a fault which may pass.
   */
  public List<Item> items(Collection<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> distinct = keys.stream().distinct().toList();
    List<Item> items = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
      read(distinct.subList(from, Math.min(distinct.size(), from + MOST_KEYS)), items);
    }
    return items;
  }

  private void read(List<Map<String, AttributeValue>> keys, List<Item> items) {
    Map<String, KeysAndAttributes> left =
        Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(consistent).build());
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      Map<String, KeysAndAttributes> asked = left;
      var found = dynamo.batchGetItem(r -> r.requestItems(asked));
      found.responses().getOrDefault(table, List.of()).forEach(item -> items.add(Item.of(item)));
      left = found.unprocessedKeys();
    }
    if (!left.isEmpty()) {
      throw new TransientFault("DynamoDB left items of " + table + " unread");
    }
  }
}
