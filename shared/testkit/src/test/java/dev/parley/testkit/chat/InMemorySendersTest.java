package dev.parley.testkit.chat;

import dev.parley.domain.inbound.Senders;

final class InMemorySendersTest extends SendersContractTest {
  private final InMemorySenders senders = new InMemorySenders();

  @Override
  protected Senders senders() {
    return senders;
  }
}
