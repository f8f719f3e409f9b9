package dev.parley.referral.reports;

import dev.parley.domain.report.Figures;
import java.math.BigDecimal;

/**
 * What one row counts.
 *
 * @param messageCost not yet rounded, in the currency of the prices
 */
record Tally(Figures figures, BigDecimal messageCost) {
  static final Tally NONE = new Tally(Figures.NONE, BigDecimal.ZERO);

  Tally plus(Tally other) {
    return new Tally(figures.plus(other.figures), messageCost.add(other.messageCost));
  }
}
