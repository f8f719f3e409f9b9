package dev.parley.domain.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Amounts to be added to one cell. */
public record Count(CellKey cell, Figures figures) {
  /** Returns the amounts summed for each cell; cells that come to nothing are not there. */
  public static Map<CellKey, Figures> sum(List<Count> counts) {
    Map<CellKey, Figures> sums = new LinkedHashMap<>();
    counts.forEach(count -> sums.merge(count.cell(), count.figures(), Figures::plus));
    sums.values().removeIf(Figures::isZero);
    return sums;
  }

  /** Returns what must be added to have these counts where those stand now. */
  public static List<Count> difference(List<Count> wanted, List<Count> present) {
    Map<CellKey, Figures> sums = new LinkedHashMap<>(sum(wanted));
    sum(present).forEach((cell, figures) -> sums.merge(cell, figures.negated(), Figures::plus));
    sums.values().removeIf(Figures::isZero);
    return sums.entrySet().stream().map(e -> new Count(e.getKey(), e.getValue())).toList();
  }
}
