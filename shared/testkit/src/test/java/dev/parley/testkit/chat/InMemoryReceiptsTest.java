package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.id.MerchantId;

final class InMemoryReceiptsTest extends ReceiptsContractTest {
  private final InMemoryChat chat = new InMemoryChat();

  @Override
  protected ChatStores stores() {
    return chat.stores();
  }

  @Override
  protected Receipts receipts() {
    return chat.sent();
  }

  @Override
  protected long counted(MerchantId merchant) {
    return chat.sent().counted().size();
  }
}
