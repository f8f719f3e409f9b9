package dev.parley.testkit.referral;

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

/** Orders in memory. */
public final class InMemoryOrders implements Orders {
  private final Map<OrderKey, Order> orders = new HashMap<>();

  @Override
  public synchronized Optional<Order> find(OrderKey key) {
    return Optional.ofNullable(orders.get(key));
  }

  @Override
  public synchronized Map<OrderKey, Order> findAll(Collection<OrderKey> keys) {
    Map<OrderKey, Order> found = new HashMap<>(orders);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public synchronized Set<OrderKey> write(List<Order> changed) {
    Set<OrderKey> written = new HashSet<>();
    for (Order order : changed) {
      long revision = find(order.key()).map(Order::revision).orElse(0L);
      if (order.revision() == revision + 1) {
        orders.put(order.key(), order);
        written.add(order.key());
      }
    }
    return written;
  }
}
