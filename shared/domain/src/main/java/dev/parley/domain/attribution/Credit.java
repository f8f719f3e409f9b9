package dev.parley.domain.attribution;

import dev.parley.domain.report.Count;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * What an order was credited with at last, and what of it stands in the reports.
 *
 * @param counts what it has added to the reports
 * @param revision 1 for the first; 0: nothing has been credited yet
 */
public record Credit(
    OrderKey order,
    Money total,
    Instant placedAt,
    Attribution attribution,
    List<Count> counts,
    long revision) {
  public Credit {
    counts = List.copyOf(counts);
  }

  /** Returns whether both say the same, whatever their revisions. */
  public boolean saysTheSame(Credit other) {
    return total.equals(other.total)
        && placedAt.equals(other.placedAt)
        && attribution.equals(other.attribution)
        && Count.sum(counts).equals(Count.sum(other.counts));
  }
}
