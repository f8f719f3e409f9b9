package dev.parley.testkit.chat;

final class InMemoryConversationsTest extends InboxContractTest {
  private final ChatStores stores = new InMemoryChat().stores();

  @Override
  protected ChatStores stores() {
    return stores;
  }
}
