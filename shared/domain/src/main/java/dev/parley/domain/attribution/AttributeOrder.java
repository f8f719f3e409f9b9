package dev.parley.domain.attribution;

import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.report.Count;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credits an order by the facts as they stand, and brings the reports in step; doing it again
 * changes nothing.
 */
public final class AttributeOrder {
  private static final int TRIES = 10;

  private final Orders orders;
  private final Credits credits;
  private final FindCandidates candidates;

  public AttributeOrder(Orders orders, Credits credits, FindCandidates candidates) {
    this.orders = orders;
    this.credits = credits;
    this.candidates = candidates;
  }

  /** Credits the order, and those whose customer it tells. */
  public void attribute(OrderKey key) {
    Credit before = credits.find(key).orElse(null);
    Order order = orders.find(key).orElse(null);
    if (order != null) {
      List<OrderKey> told = candidates.note(order);
      if (!written(before, order)) {
        credit(key);
      }
      told.forEach(this::credit);
    }
  }

  private void credit(OrderKey key) {
    for (int i = 0; i < TRIES; i++) {
      if (tried(key)) {
        return;
      }
    }
    throw new TransientFault("An order's credit kept changing");
  }

  /** The credit is read before the order: whoever changes it meanwhile lets the write fail. */
  private boolean tried(OrderKey key) {
    Credit before = credits.find(key).orElse(null);
    Order order = orders.find(key).orElse(null);
    return order == null || written(before, order);
  }

  private boolean written(@Nullable Credit before, Order order) {
    Attribution attribution = candidates.attribution(order);
    List<Count> counts = attribution.counts(order);
    Credit after =
        new Credit(
            order.key(),
            order.total(),
            order.placedAt(),
            attribution,
            counts,
            before == null ? 1 : before.revision() + 1);
    if (before != null && before.saysTheSame(after)) {
      return true;
    }
    return credits.write(
        after, Count.difference(counts, before == null ? List.of() : before.counts()));
  }
}
