package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What platforms tell about our messages, in memory or in tables. */
public abstract class ReceiptsContractTest {
  private static final Failure BLOCKED = Failure.of("rejected", "blocked");

  private final Customer customer = new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");
  private final OutboundMessage message = customer.answer("msg_1", null);

  protected abstract ChatStores stores();

  protected abstract Receipts receipts();

  /** Returns how many messages the merchant's report counts. */
  protected abstract long counted(MerchantId merchant);

  @BeforeEach
  void aCustomerAsks() {
    stores().arrivals().advance(customer.says("a", 1, 1));
  }

  private void tell(Progress progress, @Nullable Failure failure) {
    receipts()
        .keep(
            customer.merchant(),
            new Receipt.Of(
                customer.conversationId(),
                message.id(),
                progress,
                NOON.plusSeconds(40),
                "wamid.1",
                failure));
  }

  private Message shown() {
    return shownOf(1).getFirst();
  }

  private List<Message> shownOf(int count) {
    List<Message> messages =
        stores()
            .messages()
            .newest(customer.merchant(), customer.conversationId(), new PageRequest(9, null))
            .items();
    assertEquals(count, messages.size());
    return messages;
  }

  private Conversation head() {
    return stores()
        .conversations()
        .find(customer.merchant(), customer.conversationId())
        .orElseThrow();
  }

  @Test
  void aMessageMovesForwardAndNeverBack() {
    stores().sent().markSent(message, "wamid.1", NOON.plusSeconds(21));

    tell(Progress.DELIVERED, null);
    Status delivered = shown().status();
    tell(Progress.READ, null);
    tell(Progress.DELIVERED, null);
    tell(Progress.SENT, null);

    assertEquals(Status.DELIVERED, delivered);
    assertEquals(Status.READ, shown().status());
    assertEquals(1, counted(customer.merchant()));
  }

  @Test
  void aMessageThatCouldNotBeDeliveredSaysWhyAndStaysCounted() {
    stores().sent().markSent(message, "wamid.1", NOON.plusSeconds(21));

    tell(Progress.FAILED, BLOCKED);
    tell(Progress.SENT, null);

    assertEquals(Status.FAILED, shown().status());
    assertEquals(BLOCKED, shown().failure());
    assertEquals(1, counted(customer.merchant()));
    assertEquals(Status.FAILED, stores().sent().state(message).orElseThrow().status());
  }

  @Test
  void aFailureThatComesAfterTheDeliveryIsLeftOut() {
    stores().sent().markSent(message, "wamid.1", NOON.plusSeconds(21));
    tell(Progress.DELIVERED, null);

    tell(Progress.FAILED, BLOCKED);

    assertEquals(Status.DELIVERED, shown().status());
    assertNull(shown().failure());
  }

  @Test
  void aReceiptProvesThatAMessageOfUnknownOutcomeWasSent() {
    stores().sent().markFailed(message, Failure.of("outcomeUnknown", "silence"));

    tell(Progress.DELIVERED, null);
    tell(Progress.DELIVERED, null);

    assertEquals(Status.DELIVERED, shown().status());
    assertNull(shown().failure());
    assertEquals("wamid.1", shown().platformMessageId());
    assertEquals(1, counted(customer.merchant()));
  }

  @Test
  void aMessageThatIsProvenSentIsTheConversationsLast() {
    stores().sent().markFailed(message, Failure.of("outcomeUnknown", "silence"));

    tell(Progress.SENT, null);

    assertEquals(Preview.of(message.content()), head().lastMessagePreview());
    assertEquals(0, head().unreadCount());
  }

  @Test
  void aMessageThatIsProvenSentHidesNothingThatWasSaidSince() {
    stores().sent().markFailed(message, Failure.of("outcomeUnknown", "silence"));
    stores().arrivals().advance(customer.says("b", 50, 2));

    tell(Progress.SENT, null);

    assertEquals(2, head().unreadCount());
  }

  @Test
  void aReceiptBeforeThePlatformsAnswerCountsTheMessageOnce() {
    stores().sent().noteDelay(message, Failure.of("sending", "on its way"));

    tell(Progress.READ, null);
    stores().sent().markSent(message, "wamid.1", NOON.plusSeconds(41));

    assertEquals(Status.READ, shown().status());
    assertEquals(1, counted(customer.merchant()));
  }

  @Test
  void aReceiptTakesNoRefusalBack() {
    stores().sent().noteDelay(message, Failure.of(Failure.SENDING, "on its way"));
    stores().sent().markFailed(message, BLOCKED);

    tell(Progress.DELIVERED, null);
    tell(Progress.FAILED, Failure.of("rejected", "told later"));

    assertEquals(Status.FAILED, shown().status());
    assertEquals(BLOCKED, shown().failure());
    assertEquals(0, counted(customer.merchant()));
  }

  @Test
  void aReceiptOfNoMessageMakesNone() {
    tell(Progress.READ, null);

    shownOf(0);
  }

  @Test
  void aWatermarkOnlyRises() {
    upTo(Progress.DELIVERED, 30);
    upTo(Progress.READ, 20);
    upTo(Progress.DELIVERED, 25);
    upTo(Progress.READ, 10);

    assertEquals(new Watermarks(NOON.plusSeconds(30), NOON.plusSeconds(20)), head().watermarks());
  }

  private void upTo(Progress progress, int second) {
    receipts()
        .keep(
            customer.merchant(),
            customer.conversationId(),
            new Receipt.UpTo(NOON.plusSeconds(second), progress));
  }
}
