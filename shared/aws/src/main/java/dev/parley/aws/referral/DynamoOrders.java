package dev.parley.aws.referral;

import dev.parley.aws.item.BatchRead;
import dev.parley.aws.item.Item;
import dev.parley.aws.work.Lanes;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders in DynamoDB; the table's stream tells of each change. */
final class DynamoOrders implements Orders {
  private static final int AT_ONCE = 16;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoOrders(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Order> find(OrderKey key) {
    var found =
        dynamo.getItem(
            r -> r.tableName(table).key(OrderItems.at(key).attributes()).consistentRead(true));
    return found.hasItem()
        ? Optional.of(OrderItems.order(Item.of(found.item())))
        : Optional.empty();
  }

  @Override
  public Map<OrderKey, Order> findAll(Collection<OrderKey> keys) {
    Map<OrderKey, Order> found = new HashMap<>();
    for (Item item :
        BatchRead.consistent(dynamo, table)
            .items(keys.stream().map(key -> OrderItems.at(key).attributes()).toList())) {
      Order order = OrderItems.order(item);
      found.put(order.key(), order);
    }
    return found;
  }

  @Override
  public Set<OrderKey> write(List<Order> orders) {
    List<Boolean> outcomes = Lanes.map(orders, AT_ONCE, this::write);
    Set<OrderKey> written = new HashSet<>();
    for (int i = 0; i < orders.size(); i++) {
      if (outcomes.get(i)) {
        written.add(orders.get(i).key());
      }
    }
    return written;
  }

  private boolean write(Order order) {
    Item item = OrderItems.item(order);
    return order.revision() == 1
        ? Writes.ifAbsent(dynamo, table, item)
        : Writes.when(
            dynamo,
            table,
            item,
            "revision = :before",
            Map.of(":before", AttributeValue.fromN(String.valueOf(order.revision() - 1))));
  }
}
