package dev.parley.bench.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final double EXACT = 1e-9;

  @Test
  void anInboundMessageTakesTenUnitsAloneAndLessInBatches() {
    assertEquals(10, FewestUnits.inbound(1).count(), EXACT);
    assertEquals(7.3, FewestUnits.inbound(10).count(), EXACT);
  }

  @Test
  void dollarsAreTheSumOfTheServicesShares() {
    Units units = FewestUnits.inbound(1).plus(new Units(0, 0, 0.001, 0, 0, 0, 0, 1, 200));

    assertEquals(1 + 2 * 0.2 + 3 * 0.5 + 4 * 0.625, FewestUnits.inbound(1).dollars(), EXACT);
    assertEquals(
        FewestUnits.inbound(1).dollars() + 0.001 * 13.3334 + 3 + 0.1, units.dollars(), EXACT);
  }
}
