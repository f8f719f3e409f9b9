package dev.parley.testkit.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.inbound.Senders;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which conversation a person's several ids lead to, in memory or in a table. */
public abstract class SendersContractTest {
  private static final String PHONE = "886912345678";
  private static final String USER = "TW.13491208655302741918";

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());

  /** Returns the port with nothing read before. */
  protected abstract Senders senders();

  private ReceivedEvent on(MerchantId of, String channel) {
    return new ReceivedEvent(
        of,
        new ChannelId(channel),
        ChannelType.WHATSAPP,
        "dlv_1",
        "wamid.1",
        PHONE,
        Customer.NOON,
        "{}");
  }

  private String find(String id, String... others) {
    Source source = new Source(Source.Kind.PERSON, id, List.of(others));
    return senders().find(on(merchant, "whatsapp-shop"), source);
  }

  @Test
  void whoeverHasOneIdGoesByIt() {
    Source source = new Source(Source.Kind.PERSON, "U1");

    assertEquals("U1", senders().find(on(merchant, "line-shop"), source));
  }

  @Test
  void aPhoneThatComesWithAUserIdLaterKeepsItsConversation() {
    assertEquals(PHONE, find(PHONE));
    assertEquals(PHONE, find(PHONE, USER));
    assertEquals(PHONE, find(USER));
  }

  @Test
  void aUserIdThatShowsItsPhoneLaterKeepsItsConversation() {
    assertEquals(USER, find(USER));
    assertEquals(USER, find(PHONE, USER));
    assertEquals(USER, find(PHONE));
  }

  @Test
  void aNumberThatChangedKeepsItsConversation() {
    find(PHONE);

    assertEquals(PHONE, find("886987654321", PHONE));
    assertEquals(PHONE, find("886987654321"));
  }

  @Test
  void twoPeopleWhoTurnOutToBeOneKeepTheirConversations() {
    find(PHONE);
    find(USER);

    assertEquals(PHONE, find(PHONE, USER));
    assertEquals(USER, find(USER));
  }

  @Test
  void anotherChannelAndAnotherMerchantKnowNothingOfIt() {
    find(PHONE, USER);
    Source user = new Source(Source.Kind.PERSON, USER, List.of());

    assertEquals(USER, senders().find(on(merchant, "whatsapp-two"), user));
    assertEquals(
        USER,
        senders().find(on(new MerchantId("mer_" + UUID.randomUUID()), "whatsapp-shop"), user));
  }
}
