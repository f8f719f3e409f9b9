package dev.parley.referral.reports;

import dev.parley.domain.report.Count;
import dev.parley.domain.report.MessagePrices;
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
}
