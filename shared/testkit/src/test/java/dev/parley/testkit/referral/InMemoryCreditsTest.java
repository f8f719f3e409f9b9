package dev.parley.testkit.referral;

import dev.parley.testkit.referral.AttributionContractTest.Stores;

final class InMemoryCreditsTest extends CountingContractTest {
  @Override
  protected Stores stores() {
    return new InMemoryAttributionTest().stores();
  }
}
