package dev.parley.domain.report;

import dev.parley.domain.id.MerchantId;
import java.time.LocalDate;
import java.util.List;

/** The cells of the reports, to be read. */
public interface FigureCells {
  /** Returns the cells of agents and channels from one day to another, both included. */
  List<Count> sales(MerchantId merchant, LocalDate from, LocalDate to);

  /** Returns the cells of products from one day to another, both included. */
  List<Count> products(MerchantId merchant, LocalDate from, LocalDate to);

  /** Returns the cells of all orders from one day to another, both included. */
  List<Count> allOrders(MerchantId merchant, LocalDate from, LocalDate to);
}
