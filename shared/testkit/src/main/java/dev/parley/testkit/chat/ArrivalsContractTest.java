package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What arrivals do to conversations and their messages, in memory or in tables. */
public abstract class ArrivalsContractTest {
  protected final Customer customer =
      new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");

  protected abstract ChatStores stores();

  protected final Arrivals arrivals() {
    return stores().arrivals();
  }

  private void receive(Arrival arrival) {
    arrivals().store(arrival).ifPresent(s -> arrivals().advance(arrival.with(s)));
  }

  private Conversation head() {
    return find(customer).orElseThrow();
  }

  private Optional<Conversation> find(Customer of) {
    return stores().conversations().find(of.merchant(), of.conversationId());
  }

  private List<Message> messages() {
    return stores()
        .messages()
        .newest(customer.merchant(), customer.conversationId(), new PageRequest(50, null))
        .items();
  }

  @Test
  void twoMessagesMakeOneConversation() {
    receive(customer.says("a", 1, 1));

    receive(customer.says("b", 2, 2));

    assertEquals(2, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
    assertEquals(NOON.plusSeconds(2), head().lastMessageAt());
    assertEquals(
        List.of(new Text("say b"), new Text("say a")),
        messages().stream().map(Message::content).toList());
  }

  @Test
  void aMessageIsKeptWhole() {
    Arrival said = customer.says("a", 1, 1);

    receive(said);

    assertEquals(
        new Message(
            said.messageId(),
            customer.merchant(),
            customer.conversationId(),
            Message.Direction.INBOUND,
            MessageKind.TEXT,
            new Text("say a"),
            NOON.plusSeconds(1),
            NOON,
            Message.Status.RECEIVED,
            null,
            null,
            "line-a",
            null,
            null),
        messages().getFirst());
  }

  @Test
  void aConversationKnowsWhereAnswersGo() {
    receive(customer.says("a", 1, 1));

    assertEquals("U1", head().recipient());
    assertEquals(Customer.CHANNEL, head().channelId());
    assertEquals(customer.says("a", 1, 1).contactId(), head().contact().id());
    assertEquals(Conversation.Status.OPEN, head().status());
    assertNull(head().assigneeId());
  }

  @Test
  void twoCustomersHaveTwoConversations() {
    Customer other = new Customer(customer.merchant(), "U2");
    receive(customer.says("a", 1, 1));

    receive(other.says("b", 2, 2));

    assertEquals(1, head().unreadCount());
    assertEquals("say b", find(other).orElseThrow().lastMessagePreview());
  }

  @Test
  void theSameCustomerOfAnotherMerchantIsAnother() {
    Customer same = new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");

    receive(customer.says("a", 1, 1));

    assertEquals(Optional.empty(), find(same));
  }

  @Test
  void theQueueDeliveringAgainChangesNothing() {
    Arrival first = customer.says("a", 1, 1);
    receive(first);
    receive(customer.says("b", 2, 2));

    receive(first);

    assertEquals(2, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
    assertEquals(2, messages().size());
  }

  @Test
  void thePlatformDeliveringAgainChangesNothing() {
    receive(customer.says("a", 1, 1));

    Arrival again = customer.arrival(customer.received("a", "dlv_other"), new Text("say a"), 1, 9);

    assertEquals(Optional.empty(), arrivals().store(again));
    assertEquals(1, messages().size());
    assertEquals(1, head().unreadCount());
  }

  @Test
  void anEventQueuedTwiceIsCountedOnceEvenWhenTheFirstDeliveryDiedHalfWay() {
    Arrival first = customer.says("a", 1, 1);
    arrivals().store(first);
    Arrival twin = first.with("%020d".formatted(5));

    receive(twin);
    receive(first);
    receive(twin);

    assertEquals(1, head().unreadCount());
  }

  @Test
  void aRepeatGoesOnWithTheSequenceOfTheDeliveryThatStored() {
    Arrival first = customer.says("a", 1, 3);

    Optional<String> stored = arrivals().store(first);
    Optional<String> again = arrivals().store(first.with("%020d".formatted(8)));

    assertEquals(Optional.of("%020d".formatted(3)), stored);
    assertEquals(stored, again);
  }

  @Test
  void aLateMessageIsCountedButDoesNotBecomeTheLast() {
    receive(customer.says("a", 10, 1));

    receive(customer.says("b", 5, 2));

    assertEquals(2, head().unreadCount());
    assertEquals("say a", head().lastMessagePreview());
    assertEquals(NOON.plusSeconds(10), head().lastMessageAt());
    assertEquals(new Text("say a"), messages().getFirst().content());
  }

  @Test
  void aLateMessageDeliveredAgainIsCountedOnce() {
    receive(customer.says("a", 10, 1));
    Arrival late = customer.says("b", 5, 2);
    receive(late);

    receive(late);

    assertEquals(2, head().unreadCount());
  }

  @Test
  void ofTwoMessagesOfOneMomentTheOneThatCameLaterIsTheLast() {
    receive(customer.says("a", 1, 1));

    receive(customer.says("b", 1, 2));

    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void theNewestReplyTokenIsKept() {
    receive(customer.says("a", 1, 1));

    receive(customer.says("b", 2, 2));

    assertEquals(new ReplyToken("token-b", NOON), head().replyToken());
  }

  @Test
  void aMessageOpensAClosedConversationAgainWhetherLateOrNot() {
    ConversationChanges changes = stores().changes();
    receive(customer.says("a", 10, 1));
    changes.setStatus(customer.merchant(), customer.conversationId(), Conversation.Status.CLOSED);

    receive(customer.says("b", 11, 2));
    Conversation.Status again = head().status();
    changes.setStatus(customer.merchant(), customer.conversationId(), Conversation.Status.CLOSED);
    receive(customer.says("c", 5, 3));

    assertEquals(Conversation.Status.OPEN, again);
    assertEquals(Conversation.Status.OPEN, head().status());
  }

  @Test
  void anUnknownEventIsShownWholeAndIsNotUnread() {
    receive(customer.sends("f", new Unknown("follow"), 1, 1));

    Message shown = messages().getFirst();
    assertEquals(0, head().unreadCount());
    assertNull(head().lastMessagePreview());
    assertEquals(MessageKind.UNKNOWN, shown.kind());
    assertEquals(new Unknown("follow"), shown.content());
    assertEquals("{\"type\":\"message\",\"n\":\"f\"}", shown.raw());
  }

  @Test
  void anEventByWhichNobodySpeaksLeavesAClosedConversationClosedAndItsLastMessageTheLast() {
    receive(customer.says("a", 1, 1));
    stores()
        .changes()
        .setStatus(customer.merchant(), customer.conversationId(), Conversation.Status.CLOSED);

    receive(customer.sends("u", new Unknown("unfollow"), 9, 2));

    assertEquals(Conversation.Status.CLOSED, head().status());
    assertEquals(NOON.plusSeconds(1), head().lastMessageAt());
    assertEquals("say a", head().lastMessagePreview());
  }

  @Test
  void aWithdrawnMessageLosesItsTextAndItsPreview() {
    receive(customer.says("a", 1, 1));

    arrivals().withdraw(customer.says("u", 2, 2), "line-a");

    Message shown = messages().getFirst();
    assertNull(shown.content());
    assertNull(shown.raw());
    assertEquals(MessageKind.TEXT, shown.kind());
    assertEquals(NOON.plusSeconds(2), shown.withdrawnAt());
    assertNull(head().lastMessagePreview());
  }

  @Test
  void withdrawingAnOlderMessageLeavesTheNewestPreview() {
    receive(customer.says("a", 1, 1));
    receive(customer.says("b", 2, 2));

    arrivals().withdraw(customer.says("u", 3, 3), "line-a");
    arrivals().withdraw(customer.says("u", 3, 3), "line-a");

    assertEquals("say b", head().lastMessagePreview());
    assertEquals(2, messages().size());
    assertNull(messages().getLast().content());
  }

  @Test
  void aWithdrawnMessageDeliveredAgainStaysWithdrawn() {
    Arrival said = customer.says("a", 1, 1);
    receive(said);
    arrivals().withdraw(customer.says("u", 2, 2), "line-a");

    receive(said);

    assertNull(messages().getFirst().content());
    assertNull(head().lastMessagePreview());
  }

  @Test
  void aWithdrawalBeforeItsMessageWaitsForIt() {
    Arrival said = customer.says("a", 1, 2);
    arrivals().withdraw(customer.says("u", 2, 1), "line-a");
    Optional<Conversation> before = find(customer);
    arrivals().store(said);

    Arrivals.Head head = arrivals().advance(said);
    arrivals().withdraw(said, "line-a");

    assertEquals(Optional.empty(), before);
    assertEquals(Set.of("line-a"), head.pendingWithdrawals());
    assertNotNull(messages().getFirst().withdrawnAt());
    assertEquals(Set.of(), arrivals().advance(said).pendingWithdrawals());
  }

  @Test
  void aMessageWithdrawnBeforeItsHeadMovedIsNoPreview() {
    Arrival said = customer.says("a", 1, 1);
    arrivals().store(said);
    arrivals().withdraw(customer.says("u", 2, 2), "line-a");

    Arrivals.Head head = arrivals().advance(said);
    arrivals().withdraw(said, "line-a");

    assertEquals(Set.of("line-a"), head.pendingWithdrawals());
    assertNull(head().lastMessagePreview());
    assertEquals(1, head().unreadCount());
    assertEquals(NOON.plusSeconds(2), messages().getFirst().withdrawnAt());
    assertEquals(Set.of(), arrivals().advance(said).pendingWithdrawals());
  }

  @Test
  void aMessageThatComesLateLeavesAYoungerReplyToken() {
    receive(customer.says("b", 10, 1));
    Arrival late = customer.says("a", 5, 2);
    ReceivedEvent before = late.received();
    ReceivedEvent received =
        new ReceivedEvent(
            before.merchantId(),
            before.channelId(),
            before.channelType(),
            before.deliveryId(),
            before.eventId(),
            before.sender(),
            NOON.minusSeconds(5),
            before.raw());

    receive(new Arrival(received, late.event(), late.sender(), late.sequence()));

    assertEquals(new ReplyToken("token-b", NOON), head().replyToken());
    assertEquals(2, head().unreadCount());
  }

  @Test
  void theProfileIsKeptWithTheConversation() {
    Arrival said = customer.says("a", 1, 1);
    receive(said);

    arrivals().keepProfile(said, new Profile("小明", "https://p.example/1"), NOON);

    Arrivals.Head head = arrivals().advance(said);
    assertEquals("小明", head().contact().displayName());
    assertEquals("https://p.example/1", head().contact().avatarUrl());
    assertEquals("小明", head.displayName());
    assertEquals(NOON, head.profileAskedAt());
    assertEquals(1, head().unreadCount());
  }

  @Test
  void askingForAProfileInVainIsRememberedAndTakesNoNameAway() {
    Arrival said = customer.says("a", 1, 1);
    receive(said);
    arrivals().keepProfile(said, new Profile("小明", null), NOON);

    arrivals().keepProfile(said, null, NOON.plusSeconds(60));

    assertEquals("小明", head().contact().displayName());
    assertNull(head().contact().avatarUrl());
    assertEquals(NOON.plusSeconds(60), arrivals().advance(said).profileAskedAt());
  }

  @Test
  void anEventOfNoConversationMakesNone() {
    Arrival event = customer.sends("x", new Unknown("activated"), 1, 1);

    arrivals().keep(event);
    arrivals().keep(event);

    assertEquals(Optional.empty(), find(customer));
    assertEquals(List.of(), messages());
  }
}
