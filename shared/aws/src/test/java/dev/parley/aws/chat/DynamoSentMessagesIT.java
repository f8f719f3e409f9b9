package dev.parley.aws.chat;

import static dev.parley.aws.chat.ChatTestData.NOON;
import static dev.parley.aws.chat.ChatTestData.message;
import static dev.parley.aws.chat.ChatTestData.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentMessages.Claim;
import dev.parley.domain.outbound.SentMessages.State;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSentMessagesIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static ChatTables tables = new ChatTables("", "");
  private static String figures = "";

  private MerchantId merchant = new MerchantId("");
  private Arrival asked = text(merchant, "a", 1, 1);

  @BeforeAll
  static void makeTables() {
    tables = new ChatTables(AWS.table(Map.of("inbox", "inboxPk inboxSk")), AWS.table());
    figures = AWS.table();
  }

  @BeforeEach
  void aCustomerAsks(TestInfo test) {
    merchant = new MerchantId("mer_" + test.getDisplayName());
    asked = text(merchant, "a", 1, 1);
    new DynamoArrivals(AWS.dynamo(), tables).advance(asked);
  }

  private static DynamoSentMessages sent() {
    return new DynamoSentMessages(AWS.dynamo(), tables, figures);
  }

  private Conversation head() {
    return new DynamoConversations(AWS.dynamo(), tables.conversations())
        .find(merchant, asked.conversationId())
        .orElseThrow();
  }

  private Message shown() {
    return new DynamoMessages(AWS.dynamo(), tables.messages())
        .newest(merchant, asked.conversationId(), new PageRequest(1, null))
        .items()
        .getFirst();
  }

  private long counted() {
    return AWS.dynamo().scan(r -> r.tableName(figures)).items().stream()
        .filter(cell -> String.valueOf(cell.get("pk")).contains(merchant.value() + "#"))
        .map(cell -> cell.get("MESSAGES"))
        .filter(java.util.Objects::nonNull)
        .mapToLong(value -> Long.parseLong(value.n()))
        .sum();
  }

  @Test
  void countsASentMessageOnce() {
    OutboundMessage message = message(asked, "msg_1", null);

    assertTrue(sent().markSent(message, "line-9", NOON.plusSeconds(21)));
    assertFalse(sent().markSent(message, "line-9", NOON.plusSeconds(22)));

    assertEquals(1, counted());
    assertEquals(Status.SENT, shown().status());
    assertEquals("line-9", shown().platformMessageId());
    assertEquals(NOON.plusSeconds(21), shown().sentAt());
  }

  @Test
  void aFailureNeverTakesASentMessageBack() {
    OutboundMessage message = message(asked, "msg_1", null);
    sent().markSent(message, null, NOON.plusSeconds(21));

    sent().markFailed(message, Failure.of("rejected", "no"));

    assertEquals(Status.SENT, shown().status());
    assertNull(shown().failure());
  }

  @Test
  void aFailedMessageMayStillBeSent() {
    OutboundMessage message = message(asked, "msg_1", null);
    sent().markFailed(message, Failure.of("platformUnavailable", "down"));
    Optional<State> failed = sent().state(message);

    sent().markSent(message, null, NOON.plusSeconds(30));

    assertEquals(Optional.of(new State(Status.FAILED, "platformUnavailable")), failed);
    assertEquals(Optional.of(new State(Status.SENT, null)), sent().state(message));
  }

  @Test
  void theReplyTokenIsTakenByOneMessage() {
    OutboundMessage first = message(asked, "msg_1", "token-a");
    OutboundMessage second = message(asked, "msg_2", "token-a");

    assertEquals(Claim.TAKEN, sent().takeReplyToken(first, NOON.plusSeconds(21)));
    assertEquals(Claim.TAKEN_BEFORE, sent().takeReplyToken(first, NOON.plusSeconds(21)));
    assertEquals(Claim.GONE, sent().takeReplyToken(second, NOON.plusSeconds(22)));
    assertNull(head().replyToken());
  }

  @Test
  void anAnswerLeavesNothingUnreadUnlessTheCustomerWroteSince() {
    OutboundMessage message = message(asked, "msg_1", null);

    sent().showAsLast(message, NOON.plusSeconds(21));
    Conversation answered = head();
    new DynamoArrivals(AWS.dynamo(), tables).advance(text(merchant, "b", 25, 2));
    sent().showAsLast(message, NOON.plusSeconds(26));

    assertEquals(0, answered.unreadCount());
    assertEquals("answer", answered.lastMessagePreview());
    assertEquals(1, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void aDelayShowsWhyTheMessageWaits() {
    OutboundMessage message = message(asked, "msg_1", null);

    sent().noteDelay(message, Failure.of("retrying", "busy"));

    assertEquals(Status.QUEUED, shown().status());
    assertEquals(Failure.of("retrying", "busy"), shown().failure());
  }
}
