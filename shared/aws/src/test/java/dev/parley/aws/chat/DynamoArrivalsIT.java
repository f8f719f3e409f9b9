package dev.parley.aws.chat;

import static dev.parley.aws.chat.ChatTestData.NOON;
import static dev.parley.aws.chat.ChatTestData.arrival;
import static dev.parley.aws.chat.ChatTestData.received;
import static dev.parley.aws.chat.ChatTestData.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoArrivalsIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static ChatTables tables = new ChatTables("", "");

  private MerchantId merchant = new MerchantId("");

  @BeforeAll
  static void makeTables() {
    tables = new ChatTables(AWS.table(Map.of("inbox", "inboxPk inboxSk")), AWS.table());
  }

  @BeforeEach
  void nameMerchant(TestInfo test) {
    merchant = new MerchantId("mer_" + test.getDisplayName());
  }

  private DynamoArrivals arrivals() {
    return new DynamoArrivals(AWS.dynamo(), tables);
  }

  private void receive(Arrival arrival) {
    arrivals().store(arrival).ifPresent(s -> arrivals().advance(arrival.with(s)));
  }

  private Conversation head(Arrival arrival) {
    return new DynamoConversations(AWS.dynamo(), tables.conversations())
        .find(merchant, arrival.conversationId())
        .orElseThrow();
  }

  private List<Message> messages(Arrival arrival) {
    return new DynamoMessages(AWS.dynamo(), tables.messages())
        .newest(merchant, arrival.conversationId(), new PageRequest(50, null))
        .items();
  }

  @Test
  void twoMessagesMakeOneConversation() {
    receive(text(merchant, "a", 1, 1));
    Arrival second = text(merchant, "b", 2, 2);

    receive(second);

    assertEquals(2, head(second).unreadCount());
    assertEquals("say b", head(second).lastMessagePreview());
    assertEquals(NOON.plusSeconds(2), head(second).lastMessageAt());
    assertEquals(
        List.of(new Text("say b"), new Text("say a")),
        messages(second).stream().map(Message::content).toList());
  }

  @Test
  void theQueueDeliveringAgainChangesNothing() {
    Arrival first = text(merchant, "a", 1, 1);
    receive(first);
    receive(text(merchant, "b", 2, 2));

    receive(first);

    assertEquals(2, head(first).unreadCount());
    assertEquals(2, messages(first).size());
  }

  @Test
  void thePlatformDeliveringAgainChangesNothing() {
    Arrival first = text(merchant, "a", 1, 1);
    receive(first);

    Arrival again = arrival(received(merchant, "a", "dlv_other"), new Text("say a"), 1, 9);

    assertEquals(Optional.empty(), arrivals().store(again));
    assertEquals(1, messages(first).size());
  }

  @Test
  void anEventQueuedTwiceIsCountedOnceEvenWhenTheFirstDeliveryDiedHalfWay() {
    Arrival first = text(merchant, "a", 1, 1);
    arrivals().store(first);
    Arrival twin = first.with("%020d".formatted(5));

    receive(twin);
    receive(first);
    receive(twin);

    assertEquals(1, head(first).unreadCount());
  }

  @Test
  void aLateMessageIsCountedButDoesNotBecomeTheLast() {
    receive(text(merchant, "a", 10, 1));
    Arrival late = text(merchant, "b", 5, 2);

    receive(late);

    assertEquals(2, head(late).unreadCount());
    assertEquals("say a", head(late).lastMessagePreview());
    assertEquals(new Text("say a"), messages(late).getFirst().content());
  }

  @Test
  void anUnknownEventIsShownWholeAndIsNotUnread() {
    Arrival follow = arrival(received(merchant, "f", "dlv_f"), new Unknown("follow"), 1, 1);

    receive(follow);

    Message shown = messages(follow).getFirst();
    assertEquals(0, head(follow).unreadCount());
    assertEquals(MessageKind.UNKNOWN, shown.kind());
    assertEquals("{\"type\":\"message\",\"n\":\"f\"}", shown.raw());
  }

  @Test
  void aWithdrawnMessageLosesItsTextAndItsPreview() {
    Arrival said = text(merchant, "a", 1, 1);
    receive(said);

    arrivals().withdraw(text(merchant, "u", 2, 2), "line-a");

    Message shown = messages(said).getFirst();
    assertNull(shown.content());
    assertEquals(MessageKind.TEXT, shown.kind());
    assertEquals(NOON.plusSeconds(2), shown.withdrawnAt());
    assertNull(head(said).lastMessagePreview());
  }

  @Test
  void aWithdrawalBeforeItsMessageWaitsForIt() {
    Arrival said = text(merchant, "a", 1, 2);
    arrivals().withdraw(text(merchant, "u", 2, 1), "line-a");
    arrivals().store(said);

    var head = arrivals().advance(said);

    assertEquals(Set.of("line-a"), head.pendingWithdrawals());
    arrivals().withdraw(said, "line-a");
    assertNotNull(messages(said).getFirst().withdrawnAt());
  }

  @Test
  void theProfileIsKeptWithTheConversation() {
    Arrival said = text(merchant, "a", 1, 1);
    receive(said);

    arrivals().keepProfile(said, new Profile("小明", "https://p.example/1"), NOON);

    assertEquals("小明", head(said).contact().displayName());
    assertEquals("小明", arrivals().advance(said).displayName());
    assertEquals(1, head(said).unreadCount());
  }

  @Test
  void anEventOfNoConversationIsKeptUnderItsChannel() {
    Arrival event = arrival(received(merchant, "x", "dlv_x"), new Unknown("activated"), 1, 1);

    arrivals().keep(event);

    String pk = merchant.value() + "#" + ChatTestData.CHANNEL.value();
    var key = dev.parley.aws.item.Item.at(pk, event.messageId().value()).attributes();
    assertTrue(AWS.dynamo().getItem(r -> r.tableName(tables.messages()).key(key)).hasItem());
  }
}
