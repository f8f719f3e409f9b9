package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Status;
import dev.parley.domain.conversation.Inbox.Filter;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How conversations and their messages are found, changed and listed, in memory or in tables. */
public abstract class InboxContractTest {
  private static final Filter CLOSED = new Filter(Status.CLOSED, null, null, null, null, null);
  private static final Filter OPEN = new Filter(Status.OPEN, null, null, null, null, null);

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());

  protected abstract ChatStores stores();

  /** The second is assigned, the third closed. */
  @BeforeEach
  void fiveConversations() {
    for (int i = 1; i <= 5; i++) {
      stores().arrivals().advance(of(i).sends("e" + i, new Text("from " + i), i, 1));
    }
    stores().changes().assign(merchant, of(2).conversationId(), new AgentId("agt_2"));
    stores().changes().setStatus(merchant, of(3).conversationId(), Status.CLOSED);
  }

  private Customer of(int number) {
    return new Customer(merchant, "U" + number);
  }

  private Page<Conversation> list(Filter filter, PageRequest page) {
    return stores().inbox().list(merchant, filter, page);
  }

  private static List<String> previews(Page<Conversation> page) {
    return page.items().stream().map(c -> String.valueOf(c.lastMessagePreview())).toList();
  }

  private List<String> all(Filter filter) {
    return previews(list(filter, new PageRequest(50, null)));
  }

  private Conversation find(int number) {
    return stores().conversations().find(merchant, of(number).conversationId()).orElseThrow();
  }

  @Test
  void showsTheNewestFirstInPages() {
    Page<Conversation> first = list(Filter.ALL, new PageRequest(2, null));
    Page<Conversation> second = list(Filter.ALL, new PageRequest(2, first.nextCursor()));
    Page<Conversation> third = list(Filter.ALL, new PageRequest(2, second.nextCursor()));

    assertEquals(List.of("from 5", "from 4"), previews(first));
    assertEquals(List.of("from 3", "from 2"), previews(second));
    assertEquals(List.of("from 1"), previews(third));
    assertNull(third.nextCursor());
  }

  @Test
  void showsWhatTheConversationItselfShows() {
    assertEquals(find(5), list(Filter.ALL, new PageRequest(1, null)).items().getFirst());
  }

  @Test
  void filtersByStatusAndAssignee() {
    AgentId agent = new AgentId("agt_2");
    Filter assigned = new Filter(null, ChannelType.LINE, Customer.CHANNEL, agent, null, null);

    assertEquals(List.of("from 3"), all(CLOSED));
    assertEquals(List.of("from 2"), all(assigned));
  }

  @Test
  void whatNothingFitsIsAnEmptyListThatHasEnded() {
    ChannelId other = new ChannelId("line-other");

    Page<Conversation> page =
        list(new Filter(null, null, other, null, null, null), new PageRequest(50, null));

    assertEquals(List.of(), page.items());
    assertNull(page.nextCursor());
  }

  @Test
  void aFilteredListGoesOnWhereItsPageEnded() {
    Page<Conversation> first = list(OPEN, new PageRequest(3, null));
    Page<Conversation> second = list(OPEN, new PageRequest(3, first.nextCursor()));

    assertEquals(List.of("from 5", "from 4", "from 2"), previews(first));
    assertEquals(List.of("from 1"), previews(second));
  }

  @Test
  void takesTheTimeFromInclusiveAndToExclusive() {
    Filter middle = new Filter(null, null, null, null, NOON.plusSeconds(2), NOON.plusSeconds(4));
    Filter none = new Filter(null, null, null, null, NOON.plusSeconds(2), NOON.plusSeconds(2));

    assertEquals(List.of("from 3", "from 2"), all(middle));
    assertEquals(List.of(), all(none));
  }

  @Test
  void aTimeThatEndsBeforeItBeginsHoldsNothing() {
    assertEquals(
        List.of(),
        all(new Filter(null, null, null, null, NOON.plusSeconds(4), NOON.plusSeconds(2))));
  }

  @Test
  void aNewMessageBringsItsConversationToTheTop() {
    stores().arrivals().advance(of(1).sends("again", new Text("again 1"), 9, 2));

    assertEquals(List.of("again 1", "from 5", "from 4", "from 3", "from 2"), all(Filter.ALL));
  }

  @Test
  void eachChangeAnswersTheConversationAsItIsAfter() {
    ConversationId id = of(4).conversationId();
    AgentId agent = new AgentId("agt_4");

    Conversation assigned = stores().changes().assign(merchant, id, agent).orElseThrow();
    Conversation unassigned = stores().changes().assign(merchant, id, null).orElseThrow();
    Conversation closed = stores().changes().setStatus(merchant, id, Status.CLOSED).orElseThrow();
    Conversation read = stores().changes().markRead(merchant, id).orElseThrow();

    assertEquals(agent, assigned.assigneeId());
    assertNull(unassigned.assigneeId());
    assertEquals(Status.CLOSED, closed.status());
    assertEquals(1, closed.unreadCount());
    assertEquals(0, read.unreadCount());
    assertEquals(read, find(4));
    assertEquals("from 4", read.lastMessagePreview());
  }

  @Test
  void aChangeDoneTwiceIsDone() {
    ConversationId id = of(3).conversationId();

    Optional<Conversation> again = stores().changes().setStatus(merchant, id, Status.CLOSED);

    assertEquals(Optional.of(find(3)), again);
    assertEquals(List.of("from 3"), all(CLOSED));
  }

  @Test
  void anotherMerchantsConversationIsNotThere() {
    MerchantId other = new MerchantId("mer_" + UUID.randomUUID());
    ConversationId id = of(1).conversationId();

    assertEquals(Optional.empty(), stores().conversations().find(other, id));
    assertEquals(Optional.empty(), stores().changes().markRead(other, id));
    assertEquals(Optional.empty(), stores().changes().assign(other, id, new AgentId("agt_9")));
    assertEquals(Optional.empty(), stores().changes().setStatus(other, id, Status.CLOSED));
    assertEquals(
        List.of(), stores().inbox().list(other, Filter.ALL, new PageRequest(9, null)).items());
    assertEquals(
        List.of(), stores().messages().newest(other, id, new PageRequest(9, null)).items());
  }

  @Test
  void aConversationOfWhichOnlyAWithdrawalCameIsNotThere() {
    Customer silent = of(7);

    stores().arrivals().withdraw(silent.says("u", 7, 1), "line-x");

    assertEquals(
        Optional.empty(), stores().conversations().find(merchant, silent.conversationId()));
    assertEquals(Optional.empty(), stores().changes().markRead(merchant, silent.conversationId()));
    assertEquals(5, all(Filter.ALL).size());
  }

  @Test
  void messagesAreShownTheNewestByThePlatformsTimeFirstInPages() {
    Customer customer = of(1);
    List<Arrival> said =
        List.of(customer.says("a", 30, 2), customer.says("b", 10, 3), customer.says("c", 20, 4));
    said.forEach(arrival -> stores().arrivals().store(arrival));

    Page<Message> first = messages(customer, new PageRequest(2, null));
    Page<Message> rest = messages(customer, new PageRequest(2, first.nextCursor()));

    assertEquals(List.of("Text[text=say a]", "Text[text=say c]"), contents(first));
    assertEquals(List.of("Text[text=say b]"), contents(rest));
    assertNull(rest.nextCursor());
  }

  @Test
  void messagesAreToldTheOldestFirstFromTheOneThatWasSeenLast() {
    Customer customer = of(1);
    List<Arrival> said =
        List.of(customer.says("a", 30, 2), customer.says("b", 10, 3), customer.says("c", 20, 4));
    said.forEach(arrival -> stores().arrivals().store(arrival));

    Page<Message> first = oldest(customer, new PageRequest(2, null));
    Page<Message> rest = oldest(customer, new PageRequest(9, first.nextCursor()));
    Page<Message> after = oldest(customer, new PageRequest(9, said.get(1).messageId().value()));
    Page<Message> none = oldest(customer, new PageRequest(9, said.get(0).messageId().value()));

    assertEquals(List.of("Text[text=say b]", "Text[text=say c]"), contents(first));
    assertEquals(List.of("Text[text=say a]"), contents(rest));
    assertNull(rest.nextCursor());
    assertEquals(List.of("Text[text=say c]", "Text[text=say a]"), contents(after));
    assertEquals(List.of(), contents(none));
  }

  private Page<Message> oldest(Customer customer, PageRequest page) {
    return stores().messages().oldest(merchant, customer.conversationId(), page);
  }

  private Page<Message> messages(Customer customer, PageRequest page) {
    return stores().messages().newest(merchant, customer.conversationId(), page);
  }

  private static List<String> contents(Page<Message> page) {
    return page.items().stream().map(m -> String.valueOf(m.content())).toList();
  }
}
