package dev.parley.aws.chat;

import static dev.parley.aws.chat.ChatTestData.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox.Filter;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoInboxIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId MERCHANT = new MerchantId("mer_inbox");
  private static ChatTables tables = new ChatTables("", "");

  @BeforeAll
  static void fiveConversations() {
    tables = new ChatTables(AWS.table(Map.of("inbox", "inboxPk inboxSk")), AWS.table());
    var arrivals = new DynamoArrivals(AWS.dynamo(), tables);
    for (int i = 1; i <= 5; i++) {
      arrivals.advance(of(i));
    }
    changes().assign(MERCHANT, of(2).conversationId(), new AgentId("agt_2"));
    changes().setStatus(MERCHANT, of(3).conversationId(), Conversation.Status.CLOSED);
  }

  private static Arrival of(int customer) {
    String sender = "U" + customer;
    return new Arrival(
        new ReceivedEvent(
            MERCHANT, ChatTestData.CHANNEL, ChannelType.LINE, "d", "e", sender, NOON, "{}"),
        new InboundEvent(
            NOON.plusSeconds(customer),
            new InboundEvent.Source(InboundEvent.Source.Kind.PERSON, sender),
            null,
            null,
            true,
            new Text("from " + customer),
            null),
        sender,
        "%020d".formatted(1));
  }

  private static DynamoConversations changes() {
    return new DynamoConversations(AWS.dynamo(), tables.conversations());
  }

  private static Page<Conversation> list(Filter filter, PageRequest page) {
    return new DynamoInbox(AWS.dynamo(), tables.conversations()).list(MERCHANT, filter, page);
  }

  private static List<String> previews(Page<Conversation> page) {
    return page.items().stream().map(c -> String.valueOf(c.lastMessagePreview())).toList();
  }

  private static List<String> all(Filter filter) {
    return previews(list(filter, new PageRequest(50, null)));
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
  void filtersByStatusAndAssignee() {
    Filter closed = new Filter(Conversation.Status.CLOSED, null, null, null, null, null);
    Filter assigned =
        new Filter(null, ChannelType.LINE, ChatTestData.CHANNEL, new AgentId("agt_2"), null, null);

    assertEquals(List.of("from 3"), all(closed));
    assertEquals(List.of("from 2"), all(assigned));
  }

  @Test
  void aFilteredListGoesOnWhereItsPageEnded() {
    Filter open = new Filter(Conversation.Status.OPEN, null, null, null, null, null);

    Page<Conversation> first = list(open, new PageRequest(3, null));
    Page<Conversation> second = list(open, new PageRequest(3, first.nextCursor()));

    assertEquals(List.of("from 5", "from 4", "from 2"), previews(first));
    assertEquals(List.of("from 1"), previews(second));
  }

  @Test
  void takesTheTimeFromInclusiveAndToExclusive() {
    Filter middle = new Filter(null, null, null, null, NOON.plusSeconds(2), NOON.plusSeconds(4));

    assertEquals(List.of("from 3", "from 2"), all(middle));
  }

  @Test
  void refusesACursorThatItDidNotGive() {
    assertThrows(BadInput.class, () -> list(Filter.ALL, new PageRequest(2, "x")));
  }

  @Test
  void anotherMerchantsConversationIsNotThere() {
    MerchantId other = new MerchantId("mer_other");

    assertEquals(Optional.empty(), changes().find(other, of(1).conversationId()));
    assertEquals(Optional.empty(), changes().markRead(other, of(1).conversationId()));
  }
}
