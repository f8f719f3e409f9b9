package dev.parley.domain.attribution;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The credits of orders, in step with the figures of the reports. */
public interface Credits {
  Optional<Credit> find(OrderKey order);

  /**
   * Writes the credit and adds the change to the reports' cells, both or neither; nothing when the
   * credit's revision is not the next.
   *
   * @return whether it was written
   */
  boolean write(Credit credit, List<Count> change);

  /**
   * Returns the credits that have an agent, by the time of the order, oldest first.
   *
   * @param from included
   * @param to not included
   */
  Stream<Credit> between(MerchantId merchant, Instant from, Instant to);

  /**
   * Returns the credits, with an agent or without, that may count something on one of these days,
   * each once.
   */
  Stream<Credit> counting(MerchantId merchant, LocalDate from, LocalDate to);
}
