package dev.parley.chat.inbound;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.page.PageRequest;
import dev.parley.platforms.Platforms;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemoryProfiles;
import dev.parley.testkit.chat.InMemorySenders;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReceiveMetaMessagesTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final ChannelId CHANNEL = new ChannelId("shop-channel");

  private final InMemoryChat chat = new InMemoryChat();
  private final InMemoryChannels channels = new InMemoryChannels();
  private final InMemoryProfiles profiles = new InMemoryProfiles();
  private final InMemorySenders senders = new InMemorySenders();
  private ChannelType type = ChannelType.MESSENGER;
  private int sequence;

  @BeforeEach
  void connect() {
    channels.put(
        new ConnectedChannel(
            new Channel(CHANNEL, MERCHANT, type, "Shop", null),
            new ChannelCredentials.Messenger("1", "token", "secret", "verify")));
  }

  private void receive(String id, String json) {
    MeetContacts meet = new MeetContacts(t -> profiles, chat.arrivals(), channels, () -> NOON);
    sequence++;
    new ReceiveMessages(Platforms::events, chat.arrivals(), senders, chat.sent(), meet, channels)
        .receive(
            new ReceivedEvent(MERCHANT, CHANNEL, type, "dlv_" + id, id, "C1", NOON, json),
            Integer.toString(sequence));
  }

  private static String item(int second, String fields) {
    return "{\"sender\":{\"id\":\"C1\"},\"recipient\":{\"id\":\"1\"},\"timestamp\":%d,%s}"
        .formatted(NOON.plusSeconds(second).toEpochMilli(), fields);
  }

  private static String echo(int second, String fields) {
    return "{\"sender\":{\"id\":\"1\"},\"recipient\":{\"id\":\"C1\"},\"timestamp\":%d,\"message\":{%s,\"is_echo\":true}}"
        .formatted(NOON.plusSeconds(second).toEpochMilli(), fields);
  }

  private Conversation head(String sender) {
    return chat.conversations().find(MERCHANT, Conversation.idOf(CHANNEL, sender)).orElseThrow();
  }

  private List<Message> messages(String sender) {
    Conversation head = head(sender);
    return chat.messages().newest(MERCHANT, head.id(), new PageRequest(50, null)).items().stream()
        .map(head.watermarks()::applied)
        .toList();
  }

  private OutboundMessage ours(int second, MessageContent content) {
    Instant at = NOON.plusSeconds(second);
    return new OutboundMessage(
        new MessageId("msg_" + Ulids.named(at, "ours" + second)),
        MERCHANT,
        Conversation.idOf(CHANNEL, "C1"),
        CHANNEL,
        type,
        "C1",
        false,
        null,
        content,
        "en",
        new AgentId("agt_1"),
        null,
        at,
        List.of());
  }

  private void says(String id, int second) {
    receive(id, item(second, "\"message\":{\"mid\":\"%1$s\",\"text\":\"say %1$s\"}".formatted(id)));
  }

  @Test
  void whatIsReadIsWhatWasSentBeforeWhateverTheOrderOfTheNews() {
    says("a", 0);
    chat.sent().markSent(ours(1, new Text("one")), "m1", NOON.plusSeconds(1));
    chat.sent().markSent(ours(5, new Text("two")), "m2", NOON.plusSeconds(5));

    long watermark = NOON.plusSeconds(2).toEpochMilli();
    receive("r", item(3, "\"read\":{\"watermark\":" + watermark + "}"));
    receive(
        "d", item(6, "\"delivery\":{\"watermark\":" + NOON.plusSeconds(6).toEpochMilli() + "}"));
    receive("old", item(2, "\"delivery\":{\"watermark\":" + NOON.toEpochMilli() + "}"));

    assertEquals(
        List.of(Status.DELIVERED, Status.READ, Status.RECEIVED),
        messages("C1").stream().map(Message::status).toList());
  }

  @Test
  void whatTheShopSaysElsewhereIsShownAsItsOwnAndAnswersTheCustomer() {
    says("a", 0);

    receive("e", echo(9, "\"mid\":\"e\",\"text\":\"from the inbox\""));
    receive("e", echo(9, "\"mid\":\"e\",\"text\":\"from the inbox\""));

    Message shown = messages("C1").getFirst();
    assertEquals(2, messages("C1").size());
    assertEquals(Direction.OUTBOUND, shown.direction());
    assertEquals(Status.SENT, shown.status());
    assertNull(shown.agentId());
    assertEquals("from the inbox", head("C1").lastMessagePreview());
    assertEquals(0, head("C1").unreadCount());
    assertEquals(NOON, head("C1").lastContact().at());
  }

  @Test
  void anEchoWithoutOurReferenceIsKnownByItsWords() {
    type = ChannelType.INSTAGRAM;
    says("a", 0);
    OutboundMessage sent = ours(1, new Text("hello"));
    chat.sent().markFailed(sent, Message.Failure.of("outcomeUnknown", "silence"));

    receive("e", echo(2, "\"mid\":\"e\",\"text\":\"hello\""));

    assertEquals(2, messages("C1").size());
    assertEquals(Status.SENT, messages("C1").getFirst().status());
    assertEquals("e", messages("C1").getFirst().platformMessageId());
  }

  @Test
  void aReactionOpensTheWindowAndIsNotUnread() {
    says("a", 0);

    receive("r", item(60, "\"reaction\":{\"mid\":\"a\",\"action\":\"react\"}"));

    assertEquals(NOON.plusSeconds(60), head("C1").lastContact().at());
    assertEquals(1, head("C1").unreadCount());
    assertEquals("say a", head("C1").lastMessagePreview());
  }

  @Test
  void whatLedThePersonHereStaysWithTheConversation() {
    receive("r", item(5, "\"referral\":{\"ref\":\"spring\",\"ad_id\":\"77\"}"));
    says("a", 9);

    assertEquals(
        new LastContact(
            NOON.plusSeconds(9), NOON.plusSeconds(5), new AdReferral("77", "spring", null)),
        head("C1").lastContact());
  }

  @Test
  void anUnsentMessageLosesItsText() {
    says("a", 0);

    receive("a:deleted", item(3, "\"message\":{\"mid\":\"a\",\"is_deleted\":true}"));

    assertNull(messages("C1").getFirst().content());
    assertNull(head("C1").lastMessagePreview());
  }

  private void onWhatsapp(String id, String from, @Nullable String user, String name) {
    type = ChannelType.WHATSAPP;
    String fromUser = user == null ? "" : ",\"from_user_id\":\"" + user + "\"";
    receive(
        id,
        "{\"contact\":{\"profile\":{\"name\":\"%s\"}},\"message\":{\"id\":\"%s\",\"timestamp\":\"%d\",%s%s,\"type\":\"text\",\"text\":{\"body\":\"say %s\"}}}"
            .formatted(
                name,
                id,
                NOON.plusSeconds(sequence).getEpochSecond(),
                from.isEmpty() ? "\"x\":1" : "\"from\":\"" + from + "\"",
                fromUser,
                id));
  }

  @Test
  void onePersonUnderTwoIdsIsOneConversationAndAnswersGoToTheNewestNumber() {
    onWhatsapp("a", "886911", null, "小明");
    onWhatsapp("b", "886911", "TW.1", "小明");
    onWhatsapp("c", "", "TW.1", "大明");

    assertEquals(3, messages("886911").size());
    assertEquals("TW.1", head("886911").recipient());
    assertEquals("大明", head("886911").contact().displayName());
    assertEquals(List.of(), profiles.asked());
  }

  @Test
  void aStatusMovesTheMessageThatItNames() {
    onWhatsapp("a", "C1", null, "A");
    OutboundMessage sent = ours(1, new Text("hi"));
    chat.sent().markSent(sent, "wamid.1", NOON.plusSeconds(1));

    receive(
        "wamid.1:delivered",
        "{\"status\":{\"id\":\"wamid.1\",\"status\":\"delivered\",\"timestamp\":\"%d\",\"recipient_id\":\"C1\",\"biz_opaque_callback_data\":\"%s/%s\"}}"
            .formatted(NOON.getEpochSecond(), sent.conversationId().value(), sent.id().value()));

    assertEquals(Status.DELIVERED, messages("C1").getFirst().status());
    assertEquals(2, messages("C1").size());
  }
}
