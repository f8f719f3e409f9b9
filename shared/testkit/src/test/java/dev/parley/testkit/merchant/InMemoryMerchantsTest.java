package dev.parley.testkit.merchant;

import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Merchants;

final class InMemoryMerchantsTest extends MerchantsContractTest {
  private final InMemoryMerchants all = new InMemoryMerchants(CLOCK);

  @Override
  protected Merchants merchants() {
    return all;
  }

  @Override
  protected Agents agents() {
    return all;
  }

  @Override
  protected AgentKeys keys() {
    return all;
  }

  @Override
  protected ApiKeys callers() {
    return all;
  }
}
