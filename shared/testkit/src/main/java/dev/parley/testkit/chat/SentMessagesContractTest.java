package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentFacts.SentFact;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.outbound.SentMessages.Claim;
import dev.parley.domain.outbound.SentMessages.State;
import dev.parley.domain.page.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far our messages come, in memory or in tables. */
public abstract class SentMessagesContractTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Failure BUSY = Failure.of("retrying", "busy");
  private static final Failure DOWN = Failure.of("platformUnavailable", "down");

  private final Customer customer = new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");
  private final OutboundMessage message = customer.answer("msg_1", "token-a");

  protected abstract ChatStores stores();

  /** Returns how many messages the merchant's report counts. */
  protected abstract long counted(MerchantId merchant);

  private SentMessages sent() {
    return stores().sent();
  }

  @BeforeEach
  void aCustomerAsks() {
    stores().arrivals().advance(customer.says("a", 1, 1));
  }

  private Conversation head() {
    return stores()
        .conversations()
        .find(customer.merchant(), customer.conversationId())
        .orElseThrow();
  }

  private Message shown() {
    List<Message> messages =
        stores()
            .messages()
            .newest(customer.merchant(), customer.conversationId(), new PageRequest(9, null))
            .items();
    assertEquals(1, messages.size());
    return messages.getFirst();
  }

  @Test
  void aMessageThatIsNotShownYetHasNoState() {
    assertEquals(Optional.empty(), sent().state(message));
  }

  @Test
  void countsASentMessageOnce() {
    assertTrue(sent().markSent(message, "line-9", NOON.plusSeconds(21)));
    assertFalse(sent().markSent(message, "line-10", NOON.plusSeconds(22)));

    assertEquals(1, counted(customer.merchant()));
    assertEquals(Status.SENT, shown().status());
    assertEquals("line-9", shown().platformMessageId());
    assertEquals(NOON.plusSeconds(21), shown().sentAt());
  }

  @Test
  void reportsAreToldOfTheSentMessagesOfTheirDaysAlone() {
    OutboundMessage first = customer.answer("msg_" + Ulids.named(NOON.plusSeconds(20), "1"), null);
    OutboundMessage second = customer.answer("msg_" + Ulids.named(NOON.plusSeconds(21), "2"), null);
    OutboundMessage failed = customer.answer("msg_" + Ulids.named(NOON.plusSeconds(22), "3"), null);
    sent().markSent(second, null, NOON.plusSeconds(31));
    sent().markSent(first, null, NOON.plusSeconds(32));
    sent().markFailed(failed, DOWN);

    assertEquals(
        List.of(fact(first, NOON.plusSeconds(32)), fact(second, NOON.plusSeconds(31))),
        facts(DAY, DAY));
    assertEquals(List.of(), facts(DAY.minusDays(9), DAY.minusDays(1)));
    assertEquals(List.of(), facts(DAY.plusDays(1), DAY.plusDays(9)));
  }

  private static SentFact fact(OutboundMessage message, Instant sentAt) {
    return new SentFact(message.id(), sentAt, DAY, message.agentId(), null, null);
  }

  private List<SentFact> facts(LocalDate from, LocalDate to) {
    return stores().facts().of(customer.merchant(), customer.conversationId(), from, to);
  }

  @Test
  void aMessageThatDiedBeforeItWasShownIsShownWholeOnceSent() {
    sent().markSent(message, null, NOON.plusSeconds(21));

    assertEquals(message.content(), shown().content());
    assertEquals(message.agentId(), shown().agentId());
    assertEquals(Message.Direction.OUTBOUND, shown().direction());
    assertNull(shown().receivedAt());
  }

  @Test
  void aFailureOrADelayNeverTakesASentMessageBack() {
    sent().markSent(message, null, NOON.plusSeconds(21));

    sent().markFailed(message, Failure.of("rejected", "no"));
    sent().noteDelay(message, BUSY);

    assertEquals(Status.SENT, shown().status());
    assertNull(shown().failure());
  }

  @Test
  void aFailedMessageMayStillBeSentAndIsCountedThen() {
    sent().markFailed(message, DOWN);
    Optional<State> failed = sent().state(message);
    long before = counted(customer.merchant());

    sent().markSent(message, null, NOON.plusSeconds(30));

    assertEquals(Optional.of(new State(Status.FAILED, "platformUnavailable")), failed);
    assertEquals(Optional.of(new State(Status.SENT, null)), sent().state(message));
    assertEquals(0, before);
    assertEquals(1, counted(customer.merchant()));
    assertNull(shown().failure());
  }

  @Test
  void aDelayShowsWhyTheMessageWaits() {
    sent().noteDelay(message, BUSY);

    assertEquals(Status.QUEUED, shown().status());
    assertEquals(BUSY, shown().failure());
    assertEquals(message.queuedAt(), shown().sentAt());
  }

  @Test
  void theLastFailureIsTheOneShown() {
    sent().noteDelay(message, BUSY);

    sent().markFailed(message, DOWN);

    assertEquals(Status.FAILED, shown().status());
    assertEquals(DOWN, shown().failure());
  }

  @Test
  void theReplyTokenIsTakenByOneMessage() {
    OutboundMessage second = customer.answer("msg_2", "token-a");

    assertEquals(Claim.TAKEN, sent().takeReplyToken(message, NOON.plusSeconds(21)));
    assertEquals(Claim.TAKEN_BEFORE, sent().takeReplyToken(message, NOON.plusSeconds(21)));
    assertEquals(Claim.GONE, sent().takeReplyToken(second, NOON.plusSeconds(22)));
    assertNull(head().replyToken());
  }

  @Test
  void takingTheTokenShowsTheMessageAsTheLast() {
    sent().takeReplyToken(message, NOON.plusSeconds(21));

    assertEquals("answer", head().lastMessagePreview());
    assertEquals(NOON.plusSeconds(21), head().lastMessageAt());
    assertEquals(0, head().unreadCount());
  }

  @Test
  void aTokenIsGoneOnceTheCustomerHasSaidSomethingSince() {
    stores().arrivals().advance(customer.says("b", 5, 2));

    Claim claim = sent().takeReplyToken(message, NOON.plusSeconds(21));

    assertEquals(Claim.GONE, claim);
    assertNotNull(head().replyToken());
    assertEquals(2, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void aTakerIsKnownAfterTheCustomerHasSaidSomethingSince() {
    sent().takeReplyToken(message, NOON.plusSeconds(21));

    stores().arrivals().advance(customer.says("b", 25, 2));

    assertEquals(Claim.TAKEN_BEFORE, sent().takeReplyToken(message, NOON.plusSeconds(26)));
    assertNotNull(head().replyToken());
  }

  @Test
  void aMessageWithoutTokenTakesNone() {
    OutboundMessage without = customer.answer("msg_2", null);

    assertEquals(Claim.GONE, sent().takeReplyToken(without, NOON.plusSeconds(21)));
    assertNotNull(head().replyToken());
  }

  @Test
  void aTokenOfAConversationThatIsNotThereIsGone() {
    OutboundMessage stray = new Customer(customer.merchant(), "U9").answer("msg_9", "token-a");

    assertEquals(Claim.GONE, sent().takeReplyToken(stray, NOON));
  }

  @Test
  void anAnswerLeavesNothingUnreadUnlessTheCustomerWroteSince() {
    sent().showAsLast(message, NOON.plusSeconds(21));
    Conversation answered = head();
    stores().arrivals().advance(customer.says("b", 25, 2));
    sent().showAsLast(message, NOON.plusSeconds(26));

    assertEquals(0, answered.unreadCount());
    assertEquals("answer", answered.lastMessagePreview());
    assertEquals(1, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void theNewestOfOursShowsThoughItWasQueuedBeforeTheOneAheadWentOut() {
    OutboundMessage second = customer.answer("msg_2", null);

    sent().takeReplyToken(message, NOON.plusSeconds(30));
    sent().showAsLast(second, NOON.plusSeconds(31));

    assertEquals(NOON.plusSeconds(31), head().lastMessageAt());
  }

  @Test
  void whatTheCustomerSaidInTimeButLateKeepsAnOlderAnswerFromShowing() {
    sent().takeReplyToken(message, NOON.plusSeconds(30));
    stores().arrivals().advance(customer.says("b", 25, 2));

    sent().showAsLast(customer.answer("msg_2", null), NOON.plusSeconds(31));

    assertEquals(NOON.plusSeconds(30), head().lastMessageAt());
    assertEquals(1, head().unreadCount());
  }

  @Test
  void showingAMessageOfNoConversationMakesNone() {
    Customer stray = new Customer(customer.merchant(), "U9");

    sent().showAsLast(stray.answer("msg_9", null), NOON.plusSeconds(21));

    assertEquals(
        Optional.empty(), stores().conversations().find(stray.merchant(), stray.conversationId()));
  }
}
