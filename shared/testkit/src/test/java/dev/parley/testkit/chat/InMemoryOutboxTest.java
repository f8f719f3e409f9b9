package dev.parley.testkit.chat;

import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import java.util.List;

final class InMemoryOutboxTest extends OutboxContractTest {
  private final InMemoryChat chat = new InMemoryChat();

  @Override
  protected Outbox outbox() {
    return chat.outbox();
  }

  @Override
  protected ChatStores stores() {
    return chat.stores();
  }

  @Override
  protected List<OutboundMessage> waiting() {
    return chat.outbox().queued();
  }
}
