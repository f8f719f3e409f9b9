package dev.parley.testkit.chat;

import dev.parley.domain.id.MerchantId;

final class InMemorySentMessagesTest extends SentMessagesContractTest {
  private final InMemoryChat chat = new InMemoryChat();

  @Override
  protected ChatStores stores() {
    return chat.stores();
  }

  @Override
  protected long counted(MerchantId merchant) {
    return chat.sent().counted().size();
  }
}
