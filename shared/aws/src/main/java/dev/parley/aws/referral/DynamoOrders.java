package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.fault.TransientFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Orders in DynamoDB; the table's stream tells of each change. */
final class DynamoOrders implements Orders {
  private static final int MOST_KEYS = 100;
  private static final int TRIES = 8;
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
    List<OrderKey> distinct = keys.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
      read(distinct.subList(from, Math.min(distinct.size(), from + MOST_KEYS)), found);
    }
    return found;
  }

  private void read(List<OrderKey> keys, Map<OrderKey, Order> found) {
    Map<String, KeysAndAttributes> left =
        Map.of(
            table,
            KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(keys.stream().map(key -> OrderItems.at(key).attributes()).toList())
                .build());
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      Map<String, KeysAndAttributes> request = left;
      var answer = dynamo.batchGetItem(r -> r.requestItems(request));
      for (var attributes : answer.responses().getOrDefault(table, List.of())) {
        Order order = OrderItems.order(Item.of(attributes));
        found.put(order.key(), order);
      }
      left = answer.unprocessedKeys();
    }
    if (!left.isEmpty()) {
      throw new TransientFault("DynamoDB left orders unread");
    }
  }

  @Override
  public Set<OrderKey> write(List<Order> orders) {
    Set<OrderKey> written = new HashSet<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Callable<Boolean>> writes =
          orders.stream().<Callable<Boolean>>map(order -> () -> write(order)).toList();
      List<Future<Boolean>> outcomes = executor.invokeAll(writes);
      for (int i = 0; i < orders.size(); i++) {
        if (outcomes.get(i).get()) {
          written.add(orders.get(i).key());
        }
      }
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientFault("Interrupted while orders were written", e);
    } catch (ExecutionException e) {
      throw new TransientFault("An order could not be written", e.getCause());
    }
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
