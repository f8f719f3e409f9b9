package dev.parley.referral.reports;

import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.MessagePrices;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report is summed from: all cells of its days, whoever looks.
 *
 * @param products read only where the rows are products
 */
record Facts(List<Count> sales, List<Count> products, List<Count> allOrders, MessagePrices prices) {
  Facts {
    sales = List.copyOf(sales);
    products = List.copyOf(products);
    allOrders = List.copyOf(allOrders);
  }

  /** Returns the same facts with what is to be added to their cells. */
  Facts with(List<Count> change) {
    return new Facts(
        both(sales, change, CellKey.Sales.class),
        both(products, change, CellKey.ProductSales.class),
        both(allOrders, change, CellKey.AllOrders.class),
        prices);
  }

  private static List<Count> both(
      List<Count> cells, List<Count> change, Class<? extends CellKey> kind) {
    List<Count> all = new ArrayList<>(cells);
    change.stream().filter(count -> kind.isInstance(count.cell())).forEach(all::add);
    return all;
  }
}
