package dev.parley.admin.deadletters;

import dev.parley.domain.attribution.OrderChanges;
import dev.parley.domain.attribution.OrderChanges.Batch;
import dev.parley.domain.attribution.OrderChanges.OrderChange;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.id.MerchantId;
import dev.parley.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The orders behind what a stream's failure destination gets, which names a stretch of the stream
 * and no order.
 */
public final class OrderLetters {
  private static final String SOURCE = "source";
  private static final String ORDER_ID = "orderId";
  private static final String GONE =
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

  /** Returns each order once; when they can't be told any more, the stretch itself. */
  List<Subject> in(GivenUp message, JsonObject body) {
    JsonObject info = body.object("DDBStreamBatchInfo");
    int attempts = attempts(body);
    Map<OrderKey, Subject> orders = new LinkedHashMap<>();
    for (OrderChange change : read(info)) {
      orders.putIfAbsent(change.order(), order(change, attempts));
    }
    return orders.isEmpty()
        ? List.of(unknown(message, info, attempts))
        : List.copyOf(orders.values());
  }

  private List<OrderChange> read(JsonObject info) {
    String stream = info.text("streamArn");
    String shard = info.text("shardId");
    String first = info.text("startSequenceNumber");
    String last = info.text("endSequenceNumber");
    return stream == null || shard == null || first == null || last == null
        ? List.of()
        : changes.in(new Batch(stream, shard, first, last));
  }

  private static int attempts(JsonObject body) {
    Long count = body.object("requestContext").longValue("approximateInvokeCount");
    return count == null ? 1 : Math.toIntExact(count);
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
        null);
  }

  private static Subject unknown(GivenUp message, JsonObject info, int attempts) {
    return new Subject(
        Kind.ORDER,
        null,
        Map.of(
            "shardId", info.text("shardId", ""),
            "startSequenceNumber", info.text("startSequenceNumber", ""),
            "endSequenceNumber", info.text("endSequenceNumber", "")),
        attempts,
        "",
        message.messageId(),
        GONE);
  }
}
