package dev.parley.testkit.referral;

final class InMemoryAttributionTest extends AttributionContractTest {
  private final InMemoryFigures figures = new InMemoryFigures();

  @Override
  protected Stores stores() {
    return new Stores(
        new InMemoryReferrals(),
        new InMemoryClicks(figures),
        new InMemoryOrders(),
        new InMemoryCustomers(),
        new InMemoryCredits(figures),
        figures);
  }
}
