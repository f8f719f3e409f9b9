package dev.parley.testkit.chat;

final class InMemoryTouchTest extends TouchContractTest {
  private final InMemoryChat chat = new InMemoryChat();

  @Override
  protected ChatStores stores() {
    return chat.stores();
  }
}
