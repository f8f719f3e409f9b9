package dev.parley.testkit.referral;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.FigureCells;
import dev.parley.domain.report.Figures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of the reports in memory. */
public final class InMemoryFigures implements FigureCells {
  private final Map<MerchantId, Map<CellKey, Figures>> cells = new HashMap<>();

  /** Adds the counts to their cells. */
  public synchronized void add(MerchantId merchant, List<Count> counts) {
    Map<CellKey, Figures> own = cells.computeIfAbsent(merchant, id -> new HashMap<>());
    counts.forEach(count -> own.merge(count.cell(), count.figures(), Figures::plus));
  }

  @Override
  public List<Count> sales(MerchantId merchant, LocalDate from, LocalDate to) {
    return between(merchant, CellKey.Sales.class, from, to);
  }

  @Override
  public List<Count> products(MerchantId merchant, LocalDate from, LocalDate to) {
    return between(merchant, CellKey.ProductSales.class, from, to);
  }

  @Override
  public List<Count> allOrders(MerchantId merchant, LocalDate from, LocalDate to) {
    return between(merchant, CellKey.AllOrders.class, from, to);
  }

  private synchronized List<Count> between(
      MerchantId merchant, Class<? extends CellKey> kind, LocalDate from, LocalDate to) {
    return cells.getOrDefault(merchant, Map.of()).entrySet().stream()
        .filter(cell -> kind.isInstance(cell.getKey()))
        .filter(cell -> !cell.getKey().day().isBefore(from) && !cell.getKey().day().isAfter(to))
        .map(cell -> new Count(cell.getKey(), cell.getValue()))
        .toList();
  }
}
