package dev.parley.admin.deadletters;

import dev.parley.domain.attribution.OrderChanges;
import dev.parley.domain.attribution.OrderChanges.Batch;
import dev.parley.domain.attribution.OrderChanges.OrderChange;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.id.MerchantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The orders behind a stretch of their stream. */
public final class OrderLetters {
  private static final String SOURCE = "source";
  private static final String ORDER_ID = "orderId";
  static final String GONE =
      "The stream no longer holds the orders: one that shows no credit gets it when the shop tells"
          + " of it again with a change.";

  private final OrderChanges changes;

  public OrderLetters(OrderChanges changes) {
    this.changes = changes;
  }

  /** Returns the order that a letter is about. */
  static OrderKey order(MerchantId merchant, Map<String, String> about) {
    return new OrderKey(
        merchant,
        Objects.requireNonNull(about.get(SOURCE)),
        Objects.requireNonNull(about.get(ORDER_ID)));
  }

  /** Returns each order of the batch once; none when they can't be told any more. */
  List<Subject> in(Batch batch, int attempts) {
    Map<OrderKey, Subject> orders = new LinkedHashMap<>();
    for (OrderChange change : changes.in(batch)) {
      orders.putIfAbsent(change.order(), order(change, attempts));
    }
    return List.copyOf(orders.values());
  }

  private static Subject order(OrderChange change, int attempts) {
    OrderKey order = change.order();
    return new Subject(
        Kind.ORDER,
        order.merchantId(),
        Map.of(SOURCE, order.source(), ORDER_ID, order.orderId()),
        attempts,
        order.merchantId() + "#" + order.text(),
        change.sequenceNumber(),
        null,
        null);
  }
}
