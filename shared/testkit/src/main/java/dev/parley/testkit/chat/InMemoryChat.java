package dev.parley.testkit.chat;

/** One set of conversations and messages in memory, with the fakes of the ports over it. */
public final class InMemoryChat {
  private final InMemoryConversations conversations = new InMemoryConversations();
  private final InMemoryMessages messages = new InMemoryMessages();
  private final InMemoryArrivals arrivals = new InMemoryArrivals(conversations, messages);
  private final InMemorySentMessages sent = new InMemorySentMessages(conversations, messages);
  private final InMemoryOutbox outbox = new InMemoryOutbox(messages);
  private final InMemoryKeptEvents kept = new InMemoryKeptEvents(conversations, messages, arrivals);

  public InMemoryConversations conversations() {
    return conversations;
  }

  public InMemoryMessages messages() {
    return messages;
  }

  public InMemoryArrivals arrivals() {
    return arrivals;
  }

  public InMemorySentMessages sent() {
    return sent;
  }

  public InMemoryOutbox outbox() {
    return outbox;
  }

  public InMemoryKeptEvents kept() {
    return kept;
  }

  ChatStores stores() {
    return new ChatStores(
        arrivals, sent, sent, conversations, conversations, conversations, messages);
  }
}
