package dev.parley.chat.outbound;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.id.SeededIds;
import dev.parley.chat.outbound.SendMessage.Outcome;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.ReplyWindow.Alternative;
import dev.parley.domain.conversation.ReplyWindow.AlternativeKind;
import dev.parley.domain.conversation.ReplyWindow.Closed;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome.Accepted;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.TrackTypedLinks;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.testkit.catalog.InMemoryProducts;
import dev.parley.testkit.catalog.ProductBuilder;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.ScriptedMessenger;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryReferrals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SendMessageTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Caller CALLER = Staff.caller(MERCHANT, "agt_1", Role.AGENT, "sto_1");
  private static final Product TEA =
      ProductBuilder.product("TEA").at("https://s.tw/t").of(MERCHANT);
  private static final String LINK = "https://p\\.tw/r/[A-Za-z0-9_-]{20,}";

  private Instant now = NOON;
  private final InMemoryProducts products = new InMemoryProducts();
  private final InMemoryReferrals referrals = new InMemoryReferrals();
  private final InMemoryChat chat = new InMemoryChat();
  private final SendMessage sending =
      new SendMessage(
          new TrackTypedLinks(
              products, referrals, new NewReferral(new DefaultTerms(), "https://p.tw")),
          chat.outbox(),
          () -> now);

  @BeforeEach
  void stock() {
    products.put(MERCHANT, TEA);
  }

  private static Conversation conversation(Instant lastMessageAt, Conversation.Status status) {
    return new Conversation(
        new ConversationId("cnv_1"),
        MERCHANT,
        new ChannelId("line-shop"),
        ChannelType.LINE,
        "U1",
        new ContactSummary(new ContactId("cnt_1"), null, null),
        status,
        null,
        lastMessageAt,
        null,
        1,
        LastContact.NEVER,
        new ReplyToken("rt", lastMessageAt),
        Watermarks.NONE);
  }

  /** The same seed is the same request, begun again. */
  private Outcome send(String seed, MessageContent content) {
    SeededIds ids = new SeededIds(seed.getBytes(StandardCharsets.UTF_8), NOON);
    Conversation conversation = conversation(NOON, Conversation.Status.OPEN);
    return sending.send(CALLER, conversation, new MessageInput(content, false), ids);
  }

  private Message sent(String seed, String text) {
    return assertInstanceOf(Outcome.Queued.class, send(seed, new Text(text))).message();
  }

  private String detail(String text) {
    return assertInstanceOf(Outcome.TooLong.class, send("1", new Text(text))).detail();
  }

  private OutboundMessage queued() {
    assertEquals(1, chat.outbox().queued().size());
    return chat.outbox().queued().getFirst();
  }

  private List<Message> shown() {
    return chat.messages()
        .newest(MERCHANT, new ConversationId("cnv_1"), new PageRequest(9, null))
        .items();
  }

  private Referral referral() {
    ReferralId id = Objects.requireNonNull(queued().referralId());
    return referrals.find(MERCHANT, id).orElseThrow();
  }

  private int referralsOfTheContact() {
    return referrals
        .sentTo(MERCHANT, new ContactId("cnt_1"), Instant.EPOCH, NOON.plusSeconds(9))
        .size();
  }

  private static long messagesCounted(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.cell() instanceof CellKey.Sales)
        .mapToLong(count -> count.figures().get(Figure.MESSAGES))
        .sum();
  }

  @Test
  void aTextIsQueuedAndShownAsQueued() {
    Message message = sent("1", "你好");

    assertEquals(new Text("你好"), queued().content());
    assertEquals("U1", queued().recipient());
    assertEquals(new ReplyToken("rt", NOON), queued().replyToken());
    assertEquals("zh-TW", queued().locale());
    assertEquals(1, messagesCounted(queued().counts()));
    assertEquals(Status.QUEUED, message.status());
    assertEquals(new AgentId("agt_1"), message.agentId());
    assertEquals(List.of(message), shown());
  }

  @Test
  void theSameRequestAgainIsTheSameMessage() {
    Message first = sent("1", "look https://s.tw/t");

    Message again = sent("1", "look https://s.tw/t");

    assertEquals(first, again);
    assertEquals(first.id(), queued().id());
    assertEquals(1, shown().size());
    assertEquals(1, referralsOfTheContact());
  }

  @Test
  void anotherRequestOfTheSameTextIsAnotherMessage() {
    Message first = sent("1", "hi");

    Message second = sent("2", "hi");

    assertNotEquals(first.id(), second.id());
    assertEquals(2, shown().size());
  }

  @Test
  void aFaultBetweenQueueAndTableIsMendedByTheRequestBegunAgain() {
    chat.outbox().breakTable(true);
    assertThrows(TransientFault.class, () -> send("1", new Text("hi")));
    List<Message> half = shown();
    chat.outbox().breakTable(false);

    Message again = sent("1", "hi");

    assertEquals(List.of(), half);
    assertEquals(queued().id(), again.id());
    assertEquals(List.of(again), shown());
  }

  @Test
  void aMessageThatNobodyShowedIsShownByWhoeverSendsItAndNotTakenBackByARepeat() {
    chat.outbox().breakTable(true);
    assertThrows(TransientFault.class, () -> send("1", new Text("hi")));
    chat.outbox().breakTable(false);

    dispatch(queued());
    sent("1", "hi");

    assertEquals(1, shown().size());
    assertEquals(Status.SENT, shown().getFirst().status());
    assertEquals(1, messagesCounted(chat.sent().counted()));
  }

  private void dispatch(OutboundMessage message) {
    InMemoryChannels channels = new InMemoryChannels();
    channels.put(
        new ConnectedChannel(
            new Channel(message.channelId(), MERCHANT, ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("secret", "token")));
    ScriptedMessenger messenger = new ScriptedMessenger().answering(new Accepted("46"));
    new DispatchMessages(
            chat.sent(), new Platform(type -> messenger, channels), channels, () -> NOON, 5)
        .dispatch(message, 1);
  }

  @Test
  void aProductsAddressBecomesATrackedLinkOfTheAgent() {
    Message message = sent("1", "請看 https://s.tw/t 好嗎？");

    String text = assertInstanceOf(Text.class, message.content()).text();
    assertTrue(text.matches("請看 " + LINK + " 好嗎？"), text);
    assertEquals(message.content(), queued().content());
    assertEquals(message.id(), referral().messageId());
    assertEquals(new AgentId("agt_1"), referral().author().agentId());
    assertEquals(LinkKind.TYPED, referral().kind());
    assertEquals(1, messagesCounted(queued().counts()));
  }

  @Test
  void anAddressOfNoProductStaysAsItIs() {
    Message message = sent("1", "https://elsewhere.tw/t and s.tw/other");

    assertEquals(new Text("https://elsewhere.tw/t and s.tw/other"), message.content());
    assertNull(queued().referralId());
    assertEquals(0, referralsOfTheContact());
  }

  @Test
  void aTextOfTheChannelsLimitIsTakenAndOneMoreIsRefused() {
    assertInstanceOf(Outcome.Queued.class, send("1", new Text("x".repeat(5000))));

    assertEquals(
        "must be at most 5000 UTF-16 code units on LINE, is 5001", detail("x".repeat(5001)));
    assertEquals(1, shown().size());
  }

  @Test
  void theLimitCountsAsThePlatformDoes() {
    assertInstanceOf(Outcome.Queued.class, send("1", new Text("👋".repeat(2500))));

    assertTrue(detail("👋".repeat(2500) + "x").endsWith("is 5001"));
  }

  @Test
  void aTextThatItsLinksMakeTooLongIsRefusedAndLeavesNoLink() {
    String text = "https://s.tw/t " + "x".repeat(4980);

    String detail = detail(text);

    assertTrue(detail.endsWith(" with its tracked links"), detail);
    assertEquals(List.of(), chat.outbox().queued());
    assertEquals(0, referralsOfTheContact());
  }

  @Test
  void anAttachmentGoesAsItIs() {
    Media picture = new Media(MediaKind.IMAGE, null, "https://s.tw/t", null, null, null);

    send("1", picture);

    assertEquals(picture, queued().content());
    assertNull(queued().referralId());
    assertEquals(1, messagesCounted(queued().counts()));
  }

  @Test
  void lineHasNoWindowThatCouldBeClosed() {
    Instant longAgo = NOON.minus(Duration.ofDays(400));
    Conversation silent = conversation(longAgo, Conversation.Status.CLOSED);

    Outcome outcome =
        sending.send(
            CALLER,
            silent,
            new MessageInput(new Text("hi"), false),
            new SeededIds(new byte[16], NOON));

    assertInstanceOf(Outcome.Queued.class, outcome);
  }

  private Outcome sendTo(ChannelType type, MessageContent content, boolean humanAgent) {
    Conversation of =
        new Conversation(
            new ConversationId("cnv_1"),
            MERCHANT,
            new ChannelId("other-shop"),
            type,
            "P1",
            new ContactSummary(new ContactId("cnt_1"), null, null),
            Conversation.Status.OPEN,
            null,
            NOON,
            null,
            1,
            new LastContact(NOON, null, null),
            null,
            Watermarks.NONE);
    return sending.send(
        CALLER, of, new MessageInput(content, humanAgent), new SeededIds(new byte[16], now));
  }

  @Test
  void nothingIsQueuedOnceTheWindowIsClosed() {
    now = NOON.plus(Duration.ofDays(2));

    Outcome outcome = sendTo(ChannelType.MESSENGER, new Text("hi"), false);

    assertEquals(
        new Outcome.WindowClosed(
            new Closed(
                NOON.plus(Duration.ofDays(1)),
                List.of(
                    new Alternative(AlternativeKind.HUMAN_AGENT, NOON.plus(Duration.ofDays(7)))))),
        outcome);
    assertEquals(List.of(), chat.outbox().queued());
  }

  @Test
  void aPersonMayAnswerByHandForAWeek() {
    now = NOON.plus(Duration.ofDays(2));

    assertInstanceOf(Outcome.Queued.class, sendTo(ChannelType.MESSENGER, new Text("hi"), true));
    assertTrue(queued().humanAgent());

    now = NOON.plus(Duration.ofDays(7));

    assertInstanceOf(
        Outcome.WindowClosed.class, sendTo(ChannelType.MESSENGER, new Text("hi"), true));
  }

  @Test
  void aTemplateGoesOutAtAnyTime() {
    now = NOON.plus(Duration.ofDays(90));

    Outcome outcome = sendTo(ChannelType.WHATSAPP, new Template("hi", "th", List.of()), false);

    assertInstanceOf(Outcome.Queued.class, outcome);
  }

  @Test
  void theLengthOfATextIsCountedAsItsPlatformCounts() {
    String thai = "ก".repeat(334);

    Outcome outcome = sendTo(ChannelType.INSTAGRAM, new Text(thai), false);

    assertEquals(
        new Outcome.TooLong("must be at most 1000 bytes of UTF-8 on Instagram, is 1002"), outcome);
    assertInstanceOf(
        Outcome.Queued.class, sendTo(ChannelType.MESSENGER, new Text("👋".repeat(2000)), false));
  }

  private static final class DefaultTerms implements AttributionSettings {
    @Override
    public AttributionTerms terms(MerchantId merchant) {
      return AttributionTerms.DEFAULT;
    }

    @Override
    public void save(MerchantId merchant, AttributionTerms terms) {}
  }
}
