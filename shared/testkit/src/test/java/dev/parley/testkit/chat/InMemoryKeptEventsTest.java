package dev.parley.testkit.chat;

import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.KeptEvents;

final class InMemoryKeptEventsTest extends KeptEventsContractTest {
  private final InMemoryChat chat = new InMemoryChat();

  @Override
  protected ChatStores stores() {
    return chat.stores();
  }

  @Override
  protected KeptEvents kept() {
    return chat.kept();
  }

  @Override
  protected Corrections corrections() {
    return chat.kept();
  }
}
