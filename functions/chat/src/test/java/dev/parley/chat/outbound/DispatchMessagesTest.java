package dev.parley.chat.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import dev.parley.domain.outbound.SendOutcome.Accepted;
import dev.parley.domain.outbound.SendOutcome.CredentialsRejected;
import dev.parley.domain.outbound.SendOutcome.InvalidReplyToken;
import dev.parley.domain.outbound.SendOutcome.MonthlyLimit;
import dev.parley.domain.outbound.SendOutcome.NotNow;
import dev.parley.domain.outbound.SendOutcome.OutcomeUnknown;
import dev.parley.domain.outbound.SendOutcome.Rejected;
import dev.parley.domain.outbound.SentMessages.State;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemorySentMessages;
import dev.parley.testkit.chat.ScriptedMessenger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DispatchMessagesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final ChannelId ID = new ChannelId("line-shop");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Accepted ACCEPTED = new Accepted("46");
  private static final OutcomeUnknown BROKEN = new OutcomeUnknown("500");
  private static final InvalidReplyToken INVALID = new InvalidReplyToken();
  private static final NotNow BUSY = new NotNow("rate limit");

  private final InMemoryChat chat = new InMemoryChat();
  private final InMemorySentMessages sent = chat.sent();
  private final InMemoryChannels channels = new InMemoryChannels();
  private final ScriptedMessenger messenger = new ScriptedMessenger();
  private Instant now = NOON;

  @BeforeEach
  void connect() {
    channels.put(channel("token"));
    chat.conversations().put(conversation());
  }

  private static Conversation conversation() {
    OutboundMessage message = message();
    return new Conversation(
        message.conversationId(),
        MERCHANT,
        ID,
        ChannelType.LINE,
        message.recipient(),
        new ContactSummary(new ContactId("cnt_1"), null, null),
        Conversation.Status.OPEN,
        null,
        NOON.minusSeconds(10),
        "say",
        1,
        LastContact.NEVER,
        message.replyToken(),
        Watermarks.NONE);
  }

  private static ConnectedChannel channel(String accessToken) {
    return new ConnectedChannel(
        new Channel(ID, MERCHANT, ChannelType.LINE, "Shop", null),
        new ChannelCredentials.Line("secret", accessToken));
  }

  private static OutboundMessage message() {
    return new OutboundMessage(
        new MessageId("msg_1"),
        MERCHANT,
        new ConversationId("cnv_1"),
        ID,
        ChannelType.LINE,
        "U1",
        false,
        new ReplyToken("rt", NOON.minusSeconds(10)),
        new Text("hi"),
        "en",
        new AgentId("agt_1"),
        null,
        NOON,
        List.of(new Count(new CellKey.AllOrders(LocalDate.EPOCH), Figures.of(Figure.MESSAGES, 1))));
  }

  private void dispatch(int receiveCount, SendOutcome... answers) {
    messenger.answering(answers);
    InstantSource clock = () -> now;
    new DispatchMessages(sent, new Platform(type -> messenger, channels), channels, clock, 5)
        .dispatch(message(), receiveCount);
  }

  private State state() {
    return sent.state(message()).orElseThrow();
  }

  private void assertSentOnceBy(String... calls) {
    assertEquals(new State(Status.SENT, null), state());
    assertEquals(1, sent.counted().size());
    assertEquals(List.of(calls), messenger.calls());
  }

  @Test
  void repliesWhileTheTokenIsYoung() {
    dispatch(1, ACCEPTED);

    assertSentOnceBy("reply");
  }

  @Test
  void pushesWhenTheTokenIsOld() {
    now = NOON.plusSeconds(45);

    dispatch(1, ACCEPTED);

    assertSentOnceBy("push");
  }

  @Test
  void pushesWhenTheTokenIsRefused() {
    dispatch(1, INVALID, ACCEPTED);

    assertSentOnceBy("reply", "push");
  }

  @Test
  void aTokenRefusedAfterAnUnknownReplyIsNoProofThatTheReplyWasSent() {
    dispatch(1, BROKEN, INVALID);
    dispatch(2);

    assertEquals(new State(Status.FAILED, "outcomeUnknown"), state());
    assertEquals(List.of(), sent.counted());
    assertEquals(List.of("reply", "reply"), messenger.calls());
  }

  @Test
  void aBrokenReplyThatIsTakenAtTheNextTryIsSent() {
    dispatch(1, BROKEN, ACCEPTED);

    assertSentOnceBy("reply", "reply");
  }

  @Test
  void anUnknownReplyIsNeverFollowedByAPush() {
    dispatch(1, BROKEN, BROKEN, BROKEN);
    dispatch(2);

    assertEquals(new State(Status.FAILED, "outcomeUnknown"), state());
    assertEquals(List.of("reply", "reply", "reply"), messenger.calls());
  }

  @Test
  void aDeliveryThatDiedAfterItTookTheTokenFailsOnceTheTokenIsOld() {
    sent.takeReplyToken(message(), NOON);
    now = NOON.plusSeconds(240);

    dispatch(2);

    assertEquals(new State(Status.FAILED, "outcomeUnknown"), state());
    assertEquals(List.of(), messenger.calls());
  }

  @Test
  void aMessageAlreadySentIsNotSentAgain() {
    dispatch(1, ACCEPTED);
    dispatch(2);

    assertSentOnceBy("reply");
  }

  @Test
  void aBrokenPushIsTriedOnceMoreAndThenLeftToTheQueue() {
    now = NOON.plusSeconds(60);

    assertThrows(TransientFault.class, () -> dispatch(1, BROKEN, BROKEN));
    State waiting = state();
    dispatch(2, ACCEPTED);

    assertEquals(new State(Status.QUEUED, "retrying"), waiting);
    assertSentOnceBy("push", "push", "push");
  }

  @Test
  void aRefusedTokenAndABusyPlatformLeaveThePushToALaterDelivery() {
    assertThrows(TransientFault.class, () -> dispatch(1, INVALID, BUSY));

    dispatch(2, ACCEPTED);

    assertSentOnceBy("reply", "push", "push");
  }

  @Test
  void theLastDeliveryFailsAndGoesToTheDeadLettersFromWhereItCanBeTriedAgain() {
    now = NOON.plusSeconds(60);
    assertThrows(PermanentFault.class, () -> dispatch(5, BUSY));
    State given = state();

    dispatch(1, ACCEPTED);

    assertEquals(new State(Status.FAILED, "platformUnavailable"), given);
    assertSentOnceBy("push", "push");
  }

  @Test
  void anUnknownPushIsNeverRepeatedWhereThePlatformKnowsNoneAgain() {
    now = NOON.plusSeconds(60);
    messenger.forgetAtOnce();

    dispatch(1, BROKEN);
    dispatch(2);

    assertEquals(new State(Status.FAILED, "outcomeUnknown"), state());
    assertEquals(List.of(), sent.counted());
    assertEquals(List.of("push"), messenger.calls());
  }

  @Test
  void aDeliveryThatDiedWhileItPushedIsNeverRepeatedWhereThePlatformKnowsNoneAgain() {
    now = NOON.plusSeconds(60);
    messenger.forgetAtOnce();
    assertThrows(NoSuchElementException.class, () -> dispatch(1));

    dispatch(2);

    assertEquals(new State(Status.FAILED, "outcomeUnknown"), state());
    assertEquals(List.of("push"), messenger.calls());
  }

  @Test
  void aPushThatWasNotTakenIsTriedAgainWhereThePlatformKnowsNoneAgain() {
    now = NOON.plusSeconds(60);
    messenger.forgetAtOnce();

    assertThrows(TransientFault.class, () -> dispatch(1, BUSY));
    dispatch(2, ACCEPTED);

    assertSentOnceBy("push", "push");
  }

  @Test
  void aFailureNamesThePlatform() {
    dispatch(1, BROKEN, INVALID);

    assertEquals(
        "LINE broke off a reply and then refused its token. The customer may have got the message.",
        Objects.requireNonNull(shown().failure()).reason());
  }

  private Message shown() {
    OutboundMessage message = message();
    return chat.messages()
        .newest(MERCHANT, message.conversationId(), new PageRequest(9, null))
        .items()
        .getFirst();
  }

  @Test
  void refusalsForGoodSayWhy() {
    now = NOON.plusSeconds(60);

    dispatch(1, new Rejected("May not be empty"));
    State rejected = state();
    dispatch(2);

    assertEquals(new State(Status.FAILED, "rejected"), rejected);
    assertEquals(List.of("push"), messenger.calls());
  }

  @Test
  void theMonthlyLimitShowsOnTheMessageAndTheChannel() {
    now = NOON.plusSeconds(60);

    dispatch(1, new MonthlyLimit("You have reached your monthly limit."));

    assertEquals(new State(Status.FAILED, "monthlyLimit"), state());
    assertEquals(List.of("monthlyLimit"), channels.signs());
  }

  @Test
  void refusedCredentialsAreReadAgainBeforeTheMessageFails() {
    channels.putStale(channel("old"));

    dispatch(1, new CredentialsRejected("401"), ACCEPTED);

    assertSentOnceBy("reply", "reply");
  }

  @Test
  void credentialsThatStayRefusedFailTheMessage() {
    dispatch(1, new CredentialsRejected("401"));

    assertEquals(new State(Status.FAILED, "credentialsRejected"), state());
    assertEquals(List.of("credentialsRejected"), channels.signs());
  }
}
