package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What leaving a message to be sent does, in memory or in a queue and a table. */
public abstract class OutboxContractTest {
  private final Customer customer = new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");
  private final OutboundMessage first = customer.answer("msg_1", "token-a");
  private final OutboundMessage second = customer.answer("msg_2", null);

  protected abstract Outbox outbox();

  protected abstract ChatStores stores();

  /** Takes all that waits out of the queue, in its order. */
  protected abstract List<OutboundMessage> waiting();

  private List<Message> shown() {
    return stores()
        .messages()
        .newest(customer.merchant(), customer.conversationId(), new PageRequest(9, null))
        .items();
  }

  @Test
  void aMessageIsQueuedWholeAndShownAsQueued() {
    outbox().enqueue(first);

    assertEquals(List.of(first), waiting());
    assertEquals(Status.QUEUED, shown().getFirst().status());
    assertEquals(first.content(), shown().getFirst().content());
    assertEquals(first.queuedAt(), shown().getFirst().sentAt());
    assertEquals(first.agentId(), shown().getFirst().agentId());
  }

  @Test
  void messagesOfAConversationWaitInTheirOrder() {
    outbox().enqueue(first);
    outbox().enqueue(second);

    assertEquals(List.of(first, second), waiting());
  }

  @Test
  void theSameIdTwiceIsTheSameMessage() {
    outbox().enqueue(first);
    outbox().enqueue(first);

    assertEquals(List.of(first), waiting());
    assertEquals(1, shown().size());
  }

  @Test
  void aRepeatTakesNoMessageBackThatIsSentOrFailed() {
    outbox().enqueue(first);
    outbox().enqueue(second);
    stores().sent().markSent(first, "line-9", NOON.plusSeconds(21));
    stores().sent().markFailed(second, Failure.of("rejected", "no"));

    outbox().enqueue(first);
    outbox().enqueue(second);

    assertEquals(
        List.of(Status.FAILED, Status.SENT), shown().stream().map(Message::status).toList());
  }
}
