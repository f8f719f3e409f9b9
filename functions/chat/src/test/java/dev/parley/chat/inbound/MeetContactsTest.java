package dev.parley.chat.inbound;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.InMemoryChannels;
import dev.parley.testkit.chat.InMemoryChat;
import dev.parley.testkit.chat.InMemoryProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MeetContactsTest {
  private static final Customer CUSTOMER = new Customer(new MerchantId("mer_1"), "U1");
  private static final Arrival SAID = CUSTOMER.says("a", 1, 1);
  private static final Source PERSON = new Source(Source.Kind.PERSON, "U1");

  private final InMemoryChat chat = new InMemoryChat();
  private final InMemoryChannels channels = new InMemoryChannels();
  private final InMemoryProfiles profiles = new InMemoryProfiles();
  private Instant now = NOON;

  @BeforeEach
  void connect() {
    channels.put(
        new ConnectedChannel(
            new Channel(CHANNEL, CUSTOMER.merchant(), ChannelType.LINE, "Shop", null),
            new ChannelCredentials.Line("secret", "token")));
  }

  private void meet(Source source) {
    new MeetContacts(type -> profiles, chat.arrivals(), channels, () -> now)
        .meet(SAID, source, chat.arrivals().advance(SAID));
  }

  private ContactSummary contact() {
    return chat.conversations()
        .find(CUSTOMER.merchant(), CUSTOMER.conversationId())
        .orElseThrow()
        .contact();
  }

  private @Nullable String name() {
    return contact().displayName();
  }

  @ParameterizedTest
  @EnumSource(Source.Kind.class)
  void asksWhoAPersonOrGroupOrRoomIs(Source.Kind kind) {
    profiles.put("X1", new Profile("小明", null));

    meet(new Source(kind, "X1"));

    assertEquals(List.of(new Source(kind, "X1")), profiles.asked());
    assertEquals("小明", name());
    assertNull(contact().avatarUrl());
  }

  @Test
  void neverAsksForANameThatItHas() {
    profiles.put("U1", new Profile("小明", null));
    meet(PERSON);

    now = NOON.plus(Duration.ofDays(30));
    meet(PERSON);

    assertEquals(1, profiles.asked().size());
  }

  @Test
  void asksAgainAfterAnHourWhenThePlatformHadNothingToTell() {
    meet(PERSON);
    now = NOON.plus(Duration.ofHours(1));
    meet(PERSON);
    int withinTheHour = profiles.asked().size();
    profiles.put("U1", new Profile("小明", null));

    now = NOON.plus(Duration.ofHours(1)).plusSeconds(1);
    meet(PERSON);

    assertEquals(1, withinTheHour);
    assertEquals("小明", name());
  }

  @Test
  void aFaultIsAnAnswerInVain() {
    profiles.failWith(new TransientFault("LINE answered 500"));
    meet(PERSON);
    profiles.failWith(new PermanentFault("LINE answered 403"));
    now = NOON.plus(Duration.ofHours(2));
    meet(PERSON);
    meet(PERSON);

    assertEquals(2, profiles.asked().size());
    assertNull(name());
  }
}
