package dev.parley.domain.attribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The orders that shops told of. */
public interface Orders {
  /** Returns the order as it is now. */
  Optional<Order> find(OrderKey key);

  /** Returns those of the orders that exist, as they are now. */
  Map<OrderKey, Order> findAll(Collection<OrderKey> keys);

  /**
   * Writes each order unless its version is not the next of the one that is there.
   *
   * @return which were written
   */
  Set<OrderKey> write(List<Order> orders);
}
