package dev.parley.referral.orders;

import dev.parley.aws.http.Fields;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.attribution.ToldOrder;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Merchant;
import dev.parley.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes what a shop tells of its orders; told again, an order that is the same changes nothing. */
public final class IngestOrders {
  /** Of requests that tell of the same orders at once, one gets on with each try. */
  private static final int TRIES = 30;

  private final Orders orders;

  public IngestOrders(Orders orders) {
    this.orders = orders;
  }

  /** What became of the orders: how many are new, changed, and the same, and which were refused. */
  public record Result(int inserted, int modified, int matched, List<Rejected> rejected) {}

  /**
   * An order that was refused.
   *
   * @param index its place in the request
   */
  public record Rejected(int index, List<FieldError> errors) {}

  public Result ingest(Merchant merchant, List<?> told, Instant arrival) {
    Map<OrderKey, ToldOrder> valid = new LinkedHashMap<>();
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      List<FieldError> errors = read(merchant, told.get(i), i, arrival, valid);
      if (!errors.isEmpty()) {
        rejected.add(new Rejected(i, errors));
      }
    }
    return written(merchant, valid, arrival, rejected);
  }

  private static List<FieldError> read(
      Merchant merchant, Object item, int index, Instant arrival, Map<OrderKey, ToldOrder> valid) {
    String pointer = "/orders/" + index;
    if (!(item instanceof JsonObject object)) {
      return List.of(new FieldError(pointer, "must be an object"));
    }
    Fields fields = Fields.of(object, pointer);
    ToldOrder order = OrderInput.read(merchant, object, fields, arrival);
    if (fields.errors().isEmpty() && valid.putIfAbsent(order.key(), order) != null) {
      fields.error("orderId", "appears twice");
    }
    return fields.errors();
  }

  private Result written(
      Merchant merchant, Map<OrderKey, ToldOrder> valid, Instant arrival, List<Rejected> rejected) {
    Map<OrderKey, ToldOrder> left = new LinkedHashMap<>(valid);
    int inserted = 0;
    int modified = 0;
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      Map<OrderKey, Order> before = orders.findAll(left.keySet());
      left.values().removeIf(told -> isKnown(told, before));
      for (OrderKey key : orders.write(changed(merchant, left.values(), before, arrival))) {
        left.remove(key);
        if (before.containsKey(key)) {
          modified++;
        } else {
          inserted++;
        }
      }
    }
    if (!left.isEmpty()) {
      throw new TransientFault("Orders kept being changed by others");
    }
    return new Result(inserted, modified, valid.size() - inserted - modified, rejected);
  }

  private static boolean isKnown(ToldOrder told, Map<OrderKey, Order> before) {
    Order known = before.get(told.key());
    return known != null && known.digest().equals(told.digest());
  }

  private static List<Order> changed(
      Merchant merchant, Collection<ToldOrder> told, Map<OrderKey, Order> before, Instant arrival) {
    return told.stream()
        .map(order -> order.after(before.get(order.key()), merchant.timeZone(), arrival))
        .toList();
  }
}
