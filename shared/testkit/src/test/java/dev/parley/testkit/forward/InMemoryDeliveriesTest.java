package dev.parley.testkit.forward;

import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.DueDeliveries;
import java.time.Instant;

final class InMemoryDeliveriesTest extends DeliveriesContractTest {
  private Instant now = NOON;
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(() -> now);

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }

  @Override
  protected DueDeliveries due(Instant at) {
    now = at;
    return deliveries;
  }
}
