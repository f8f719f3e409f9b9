package dev.parley.domain.attribution;

import java.util.List;

/** What the orders' stream told of, for about a day. */
public interface OrderChanges {
  /**
   * Returns the changes of the batch, in order; empty when the stream has none of them any more.
   */
  List<OrderChange> in(Batch batch);

  /** One change of an order, by its number in the stream. */
  record OrderChange(String sequenceNumber, OrderKey order) {}

  /**
   * A stretch of one shard of the stream.
   *
   * @param first the number of its first change
   * @param last the number of its last change
   */
  record Batch(String stream, String shard, String first, String last) {}
}
