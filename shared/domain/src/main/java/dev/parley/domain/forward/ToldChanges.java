package dev.parley.domain.forward;

import dev.parley.domain.attribution.OrderChanges.Batch;
import java.util.List;

/** What the streams of messages and contacts told of, for about a day. */
public interface ToldChanges {
  /**
   * Returns the changes of the batch, in order, those that no event is made of included; empty when
   * the stream has none of them any more.
   */
  List<ToldChange> in(Batch batch);

  /** One change, by its number in the stream. */
  record ToldChange(String sequenceNumber, Occurrences.Place place) {}
}
