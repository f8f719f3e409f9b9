package dev.parley.chat.replay;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;

import dev.parley.chat.inbound.MeetContacts;
import dev.parley.chat.inbound.ReceiveMessages;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.page.PageRequest;
import dev.parley.platforms.Platforms;
import dev.parley.platforms.line.LineEvents;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemoryProfiles;
import dev.parley.testkit.chat.InMemorySenders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shop on LINE that received events, well or by halves, and can replay them. */
final class LineShop {
  static final MerchantId MERCHANT = new MerchantId("mer_1");

  final InMemoryChat chat = new InMemoryChat();
  final InMemoryChannels channels = new InMemoryChannels();
  private final InMemoryProfiles profiles = new InMemoryProfiles();
  private final MortalArrivals arrivals = new MortalArrivals(chat.arrivals());

  LineShop() {
    channels.put(
        new ConnectedChannel(
            new Channel(CHANNEL, MERCHANT, ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("secret", "token")));
  }

  ReplayEvent replays() {
    return new ReplayEvent(Platforms::events, arrivals, new InMemorySenders(), chat.kept());
  }

  static ReceivedEvent text(String id, int second) {
    return event(
        id,
        second,
        "\"type\":\"message\",\"message\":{\"id\":\"m-%1$s\",\"type\":\"text\",\"text\":\"say %1$s\"}"
            .formatted(id));
  }

  static ReceivedEvent unsend(String id, int second, String of) {
    return event(
        id, second, "\"type\":\"unsend\",\"unsend\":{\"messageId\":\"m-%s\"}".formatted(of));
  }

  static ReceivedEvent event(String id, int second, String fields) {
    return raw(id, second, fields + ",\"source\":{\"type\":\"user\",\"userId\":\"U1\"}");
  }

  /** Returns the event as another person's. */
  static ReceivedEvent from(String person, ReceivedEvent event) {
    return new ReceivedEvent(
        MERCHANT,
        CHANNEL,
        ChannelType.LINE,
        event.deliveryId(),
        event.eventId(),
        person,
        NOON,
        event.raw().replace("\"U1\"", "\"" + person + "\""));
  }

  /** Returns an event of the channel itself. */
  static ReceivedEvent ofNobody(String id, int second) {
    return raw(id, second, "\"type\":\"activated\"");
  }

  private static ReceivedEvent raw(String id, int second, String fields) {
    long at = NOON.plusSeconds(second).toEpochMilli();
    String json = "{\"webhookEventId\":\"%s\",\"timestamp\":%d,%s}".formatted(id, at, fields);
    return new ReceivedEvent(
        MERCHANT, CHANNEL, ChannelType.LINE, "dlv_" + id, id, "U1", NOON, json);
  }

  void receive(ReceivedEvent event, int sequence) {
    MeetContacts meet = new MeetContacts(type -> profiles, chat.arrivals(), channels, () -> NOON);
    new ReceiveMessages(
            Platforms::events, chat.arrivals(), new InMemorySenders(), chat.sent(), meet, channels)
        .receive(event, Integer.toString(sequence));
  }

  /** Receives the event as code did that made something else of it. */
  void receiveAs(ReceivedEvent event, int sequence, MessageContent content, boolean speaks) {
    Arrival today = arrival(event, sequence);
    InboundEvent then =
        new InboundEvent(
            today.event().sentAt(), today.event().source(), null, meaning(today, content, speaks));
    Arrival arrival = new Arrival(event, then, today.sender(), today.sequence());
    chat.arrivals().store(arrival);
    chat.arrivals().advance(arrival);
  }

  private static Meaning meaning(Arrival today, MessageContent content, boolean speaks) {
    return speaks
        ? new Meaning.Said(today.event().platformMessageId(), content)
        : new Meaning.Other(((MessageContent.Unknown) content).rawType());
  }

  /** Receives the event, and dies before the head is moved. */
  void storeOnly(ReceivedEvent event, int sequence) {
    chat.arrivals().store(arrival(event, sequence));
  }

  /** Receives the event, and dies before a withdrawal that waits for it is applied. */
  void storeAndAdvance(ReceivedEvent event, int sequence) {
    storeOnly(event, sequence);
    chat.arrivals().advance(arrival(event, sequence));
  }

  /** Receives the event, and dies before it is applied. */
  void keepOnly(ReceivedEvent event, int sequence) {
    chat.arrivals().keep(arrival(event, sequence));
  }

  private static Arrival arrival(ReceivedEvent event, int sequence) {
    return new Arrival(
        event,
        new LineEvents().translate(event),
        String.valueOf(event.sender()),
        "%020d".formatted(sequence));
  }

  void answer(MessageId id) {
    chat.outbox().enqueue(new Customer(MERCHANT, "U1").answer(id.value(), null));
  }

  Conversation head() {
    return chat.conversations().find(MERCHANT, Conversation.idOf(CHANNEL, "U1")).orElseThrow();
  }

  List<Message> messages() {
    return chat.messages()
        .newest(MERCHANT, Conversation.idOf(CHANNEL, "U1"), new PageRequest(1000, null))
        .items();
  }

  int profilesAsked() {
    return profiles.asked().size();
  }

  void dieBeforeTheHead() {
    arrivals.dies = true;
  }

  void revive() {
    arrivals.dies = false;
  }

  /** Arrivals whose heads can't be moved for a while. */
  private static final class MortalArrivals implements Arrivals {
    private final Arrivals living;
    private boolean dies;

    private MortalArrivals(Arrivals living) {
      this.living = living;
    }

    @Override
    public Optional<String> store(Arrival arrival) {
      return living.store(arrival);
    }

    @Override
    public Head advance(Arrival arrival) {
      if (dies) {
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
