package dev.parley.testkit.chat;

final class InMemoryArrivalsTest extends ArrivalsContractTest {
  private final ChatStores stores = new InMemoryChat().stores();

  @Override
  protected ChatStores stores() {
    return stores;
  }
}
