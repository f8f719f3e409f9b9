package dev.parley.testkit.forward;

import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.TargetHealths;

final class InMemoryEndpointsTest extends EndpointsContractTest {
  private final InMemoryEndpoints endpoints = new InMemoryEndpoints();

  @Override
  protected Endpoints endpoints() {
    return endpoints;
  }

  @Override
  protected TargetHealths healths() {
    return endpoints;
  }
}
