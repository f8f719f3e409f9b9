package dev.parley.chat.inbound;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.page.PageRequest;
import dev.parley.platforms.Platforms;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemoryProfiles;
import dev.parley.testkit.chat.InMemorySenders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReceiveMessagesTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final String UNSEND = "\"type\":\"unsend\",\"unsend\":{\"messageId\":\"m-%s\"}";

  private final InMemoryChat chat = new InMemoryChat();
  private final InMemoryChannels channels = new InMemoryChannels();
  private final InMemoryProfiles profiles = new InMemoryProfiles();

  @BeforeEach
  void connect() {
    channels.put(
        new ConnectedChannel(
            new Channel(CHANNEL, MERCHANT, ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("secret", "token")));
  }

  private ReceiveMessages receiving(Arrivals arrivals) {
    MeetContacts meet = new MeetContacts(type -> profiles, arrivals, channels, () -> NOON);
    return new ReceiveMessages(
        Platforms::events, arrivals, new InMemorySenders(), chat.sent(), meet, channels);
  }

  private void receive(ReceivedEvent event, int sequence) {
    receiving(chat.arrivals()).receive(event, Integer.toString(sequence));
  }

  private static ReceivedEvent event(String id, int second, String fields) {
    return raw(
        id,
        "{%s,\"timestamp\":%d,\"source\":{\"type\":\"user\",\"userId\":\"U1\"}}"
            .formatted(fields, NOON.plusSeconds(second).toEpochMilli()));
  }

  private static ReceivedEvent raw(String id, String json) {
    return new ReceivedEvent(
        MERCHANT, CHANNEL, ChannelType.LINE, "dlv_" + id, id, "U1", NOON, json);
  }

  private static ReceivedEvent message(String id, int second, String fields) {
    return event(
        id,
        second,
        "\"type\":\"message\",\"replyToken\":\"t-%1$s\",\"message\":{\"id\":\"m-%1$s\",%2$s}"
            .formatted(id, fields));
  }

  private static ReceivedEvent text(String id, int second) {
    return message(id, second, "\"type\":\"text\",\"text\":\"say " + id + "\"");
  }

  private Conversation head() {
    return find("U1").orElseThrow();
  }

  private Optional<Conversation> find(String sender) {
    return chat.conversations().find(MERCHANT, Conversation.idOf(CHANNEL, sender));
  }

  private List<Message> messages() {
    return chat.messages()
        .newest(MERCHANT, Conversation.idOf(CHANNEL, "U1"), new PageRequest(50, null))
        .items();
  }

  private List<@Nullable String> texts() {
    return messages().stream().map(m -> m.content() instanceof Text t ? t.text() : null).toList();
  }

  @Test
  void aTextBecomesAMessageOfItsConversation() {
    receive(text("a", 1), 1);

    assertEquals(List.of("say a"), texts());
    assertEquals("m-a", messages().getFirst().platformMessageId());
    assertEquals(NOON.plusSeconds(1), head().lastMessageAt());
    assertEquals(1, head().unreadCount());
    assertEquals(List.of("received"), channels.signs());
  }

  @Test
  void theQueueDeliveringAgainChangesNothing() {
    receive(text("a", 1), 1);
    receive(text("b", 2), 2);

    receive(text("a", 1), 1);

    assertEquals(List.of("say b", "say a"), texts());
    assertEquals(2, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void thePlatformSendingAgainChangesNothing() {
    ReceivedEvent first = text("a", 1);
    receive(first, 1);
    receive(text("b", 2), 2);

    ReceivedEvent again =
        new ReceivedEvent(
            MERCHANT, CHANNEL, ChannelType.LINE, "dlv_new", "a", "U1", NOON, first.raw());
    receive(again, 3);

    assertEquals(2, messages().size());
    assertEquals(2, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void aDeliveryThatDiedBetweenMessageAndHeadIsFinishedByTheNext() {
    Arrivals dying = new DyingArrivals(chat.arrivals());
    ReceiveMessages receiving = receiving(dying);

    assertThrows(TransientFault.class, () -> receiving.receive(text("a", 1), "1"));
    Optional<Conversation> half = find("U1");
    receiving.receive(text("a", 1), "1");

    assertEquals(Optional.empty(), half);
    assertEquals(1, head().unreadCount());
    assertEquals("say a", head().lastMessagePreview());
  }

  @Test
  void messagesAreShownInThePlatformsOrderInWhateverOrderTheyCome() {
    receive(text("c", 3), 1);
    receive(text("a", 1), 2);
    receive(text("b", 2), 3);

    assertEquals(List.of("say c", "say b", "say a"), texts());
    assertEquals("say c", head().lastMessagePreview());
    assertEquals(3, head().unreadCount());
  }

  @Test
  void theQueuesNumbersCountAsNumbers() {
    receive(text("a", 1), 9);

    receive(text("b", 2), 10);

    assertEquals(2, head().unreadCount());
    assertEquals("say b", head().lastMessagePreview());
  }

  @Test
  void aMessageOfAnUnknownKindIsUnreadAndShownWhole() {
    ReceivedEvent hologram = message("a", 1, "\"type\":\"hologram\",\"depth\":3");

    receive(hologram, 1);

    assertEquals(MessageKind.UNKNOWN, messages().getFirst().kind());
    assertEquals(hologram.raw(), messages().getFirst().raw());
    assertEquals("[hologram]", head().lastMessagePreview());
    assertEquals(1, head().unreadCount());
  }

  @Test
  void anEventOfAnUnknownKindIsShownWholeAndLeavesNothingUnread() {
    receive(text("a", 1), 1);

    receive(event("f", 2, "\"type\":\"greatNewFeature\""), 2);

    assertEquals(MessageKind.UNKNOWN, messages().getFirst().kind());
    assertEquals(1, head().unreadCount());
    assertEquals("say a", head().lastMessagePreview());
  }

  @Test
  void whatIsNoEventOfAnybodyIsKeptUnderItsChannel() {
    receive(raw("x", "not json"), 1);
    receive(raw("y", "{\"type\":\"activated\",\"timestamp\":1}"), 2);
    receive(raw("y", "{\"type\":\"activated\",\"timestamp\":1}"), 2);

    assertEquals(
        List.of("not json", "{\"type\":\"activated\",\"timestamp\":1}"),
        chat.arrivals().kept().stream().map(kept -> kept.received().raw()).toList());
    assertEquals(Optional.empty(), find("U1"));
  }

  @Test
  void whatAMemberOfAGroupSaysStandsInTheGroupsConversation() {
    receive(
        raw(
            "a",
            "{\"type\":\"message\",\"timestamp\":1,\"source\":{\"type\":\"group\",\"groupId\":\"C1\","
                + "\"userId\":\"U1\"},\"message\":{\"id\":\"m\",\"type\":\"text\",\"text\":\"hi\"}}"),
        1);

    assertEquals("C1", find("C1").orElseThrow().recipient());
    assertEquals(Optional.empty(), find("U1"));
  }

  @Test
  void aMessageItsSenderTakesBackLosesItsText() {
    receive(text("a", 1), 1);
    receive(text("b", 2), 2);

    ReceivedEvent unsend = event("u", 3, UNSEND.formatted("b"));
    receive(unsend, 3);
    receive(unsend, 3);

    assertEquals(
        List.of(unsend.raw()),
        chat.arrivals().kept().stream().map(kept -> kept.received().raw()).toList());
    assertEquals(2, messages().size());
    assertNull(messages().getFirst().content());
    assertEquals(NOON.plusSeconds(3), messages().getFirst().withdrawnAt());
    assertEquals(new Text("say a"), messages().getLast().content());
    assertNull(head().lastMessagePreview());
  }

  @Test
  void aMessageTakenBackBeforeItCameIsNeverShown() {
    receive(event("u", 3, UNSEND.formatted("b")), 1);
    receive(text("a", 1), 2);

    receive(text("b", 2), 3);
    receive(text("b", 2), 3);

    assertNull(messages().getFirst().content());
    assertEquals(new Text("say a"), messages().getLast().content());
    assertNull(head().lastMessagePreview());
  }

  @Test
  void takingBackWhatNeverCameMakesNoConversation() {
    receive(event("u", 3, UNSEND.formatted("b")), 1);

    assertEquals(Optional.empty(), find("U1"));
  }

  @Test
  void aProfileIsAskedForOnce() {
    profiles.put("U1", new Profile("小明", "https://p.example/1"));

    receive(text("a", 1), 1);
    receive(text("a", 1), 1);
    receive(text("b", 2), 2);

    assertEquals("小明", head().contact().displayName());
    assertEquals("https://p.example/1", head().contact().avatarUrl());
    assertEquals(1, profiles.asked().size());
  }

  @Test
  void aPlatformThatDoesNotTellWhoItIsLosesNoMessage() {
    profiles.failWith(new TransientFault("LINE answered 500"));
    receive(text("a", 1), 1);
    profiles.failWith(new PermanentFault("LINE answered 403"));

    receive(text("b", 2), 2);

    assertEquals(List.of("say b", "say a"), texts());
    assertEquals(2, head().unreadCount());
    assertNull(head().contact().displayName());
  }

  @Test
  void aChannelThatWasDisconnectedMeanwhileLosesNoMessage() {
    channels.remove(MERCHANT, CHANNEL);

    receive(text("a", 1), 1);

    assertEquals(List.of("say a"), texts());
    assertEquals(List.of(), profiles.asked());
  }

  /** Fails the first time that a head is to move. */
  private static final class DyingArrivals implements Arrivals {
    private final Arrivals living;
    private boolean died;

    private DyingArrivals(Arrivals living) {
      this.living = living;
    }

    @Override
    public Optional<String> store(Arrival arrival) {
      return living.store(arrival);
    }

    @Override
    public Head advance(Arrival arrival) {
      if (!died) {
        died = true;
        throw new TransientFault("The table does not answer");
      }
      return living.advance(arrival);
    }

    @Override
    public void noteContact(Arrival arrival) {
      living.noteContact(arrival);
    }

    @Override
    public void keep(Arrival arrival) {
      living.keep(arrival);
    }

    @Override
    public boolean withdraw(Arrival arrival, String platformMessageId) {
      return living.withdraw(arrival, platformMessageId);
    }

    @Override
    public void keepProfile(Arrival arrival, @Nullable Profile profile, Instant askedAt) {
      living.keepProfile(arrival, profile, askedAt);
    }
  }
}
