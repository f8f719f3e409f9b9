package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outbound queue and the messages that show what waits in it, in memory. */
public final class InMemoryOutbox implements Outbox {
  private final InMemoryMessages messages;
  private final Map<MessageId, OutboundMessage> queued = new LinkedHashMap<>();
  private boolean broken;

  public InMemoryOutbox(InMemoryMessages messages) {
    this.messages = messages;
  }

  /** Lets the messages' table fail, or work again, while the queue works. */
  public void breakTable(boolean value) {
    broken = value;
  }

  /** Returns what is in the queue, in its order. */
  public List<OutboundMessage> queued() {
    return List.copyOf(queued.values());
  }

  @Override
  public void enqueue(OutboundMessage message) {
    queued.putIfAbsent(message.id(), message);
    if (broken) {
      throw new TransientFault("The messages' table does not answer");
    }
    messages
        .of(message.merchantId(), message.conversationId())
        .putIfAbsent(
            message.id().value(),
            InMemorySentMessages.shown(message, Status.QUEUED, null, message.queuedAt(), null));
  }
}
