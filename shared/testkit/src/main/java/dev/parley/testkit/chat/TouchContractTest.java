package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How people and the shop are in touch beside what people say, in memory or in tables. */
public abstract class TouchContractTest {
  private final Customer customer = new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");

  protected abstract ChatStores stores();

  private Arrivals arrivals() {
    return stores().arrivals();
  }

  private void receive(Arrival arrival) {
    arrivals().store(arrival).ifPresent(s -> arrivals().advance(arrival.with(s)));
  }

  private Arrival event(
      String id, int second, int sequence, Meaning meaning, @Nullable AdReferral referral) {
    InboundEvent event =
        new InboundEvent(
            NOON.plusSeconds(second),
            new Source(Source.Kind.PERSON, "U1"),
            null,
            meaning,
            null,
            referral);
    return new Arrival(
        customer.received(id, "dlv_" + id), event, "U1", "%020d".formatted(sequence));
  }

  private Conversation head() {
    return stores()
        .conversations()
        .find(customer.merchant(), customer.conversationId())
        .orElseThrow();
  }

  private List<Message> messages() {
    return stores()
        .messages()
        .newest(customer.merchant(), customer.conversationId(), new PageRequest(50, null))
        .items();
  }

  private void acts(int second, @Nullable AdReferral referral) {
    arrivals().noteContact(event("r" + second, second, 9, new Meaning.Acted("reaction"), referral));
  }

  @Test
  void whatIsSaidIsTheLastContact() {
    receive(customer.says("a", 5, 1));
    receive(customer.says("b", 2, 2));

    assertEquals(new LastContact(NOON.plusSeconds(5), null, null), head().lastContact());
  }

  @Test
  void whatIsDoneIsAContactTooAndOnlyEverALaterOne() {
    receive(customer.says("a", 5, 1));

    acts(9, null);
    acts(7, null);

    assertEquals(NOON.plusSeconds(9), head().lastContact().at());
    assertEquals(1, head().unreadCount());
    assertEquals("say a", head().lastMessagePreview());
  }

  @Test
  void theLastReferralIsShownAndTheLastAdvertisementRemembered() {
    AdReferral first = new AdReferral("1", null, "https://ad.example");
    AdReferral second = new AdReferral(null, "spring", null);
    receive(customer.says("a", 1, 1));

    acts(3, first);
    acts(4, second);
    acts(2, first);

    assertEquals(
        new LastContact(NOON.plusSeconds(4), NOON.plusSeconds(3), second), head().lastContact());
  }

  private Arrival echo(String id, int second, int sequence) {
    return event(
        id, second, sequence, new Meaning.Echoed(new Echo("m-" + id, new Text(id), false)), null);
  }

  @Test
  void whatTheShopSaidElsewhereIsShownAndLeavesNothingUnread() {
    receive(customer.says("a", 1, 1));

    receive(echo("hello", 3, 2));

    Message shown = messages().getFirst();
    assertEquals(Message.Direction.OUTBOUND, shown.direction());
    assertEquals(Message.Status.SENT, shown.status());
    assertEquals("m-hello", shown.platformMessageId());
    assertNull(shown.agentId());
    assertEquals("hello", head().lastMessagePreview());
    assertEquals(0, head().unreadCount());
    assertEquals(NOON.plusSeconds(1), head().lastContact().at());
  }

  @Test
  void anEchoThatComesLateTakesNothingBack() {
    receive(customer.says("a", 5, 1));

    receive(echo("hello", 3, 2));

    assertEquals("say a", head().lastMessagePreview());
    assertEquals(1, head().unreadCount());
    assertEquals(2, messages().size());
  }

  @Test
  void aConversationMayBeginWithWhatTheShopSays() {
    receive(echo("hello", 3, 1));

    assertEquals("hello", head().lastMessagePreview());
    assertEquals(LastContact.NEVER, head().lastContact());
    assertEquals(Conversation.Status.OPEN, head().status());
  }

  @Test
  void answersGoWhereThePersonLastWroteFrom() {
    Arrival said = customer.says("a", 1, 1);
    InboundEvent moved =
        new InboundEvent(
            NOON.plusSeconds(2),
            new Source(Source.Kind.PERSON, "U2", List.of("U1")),
            null,
            new Meaning.Said("m2", new Text("moved")));
    receive(said);

    receive(new Arrival(customer.received("b", "dlv_b"), moved, "U1", "%020d".formatted(2)));

    assertEquals("U2", head().recipient());
    assertEquals(2, messages().size());
  }

  @Test
  void messagesOfOneMomentStandInTheOrderInWhichTheyCame() {
    List<String> ids = List.of("f", "a", "e", "b", "d", "c");

    ids.forEach(id -> receive(customer.says(id, 1, ids.indexOf(id) + 1)));

    assertEquals(
        ids.reversed(),
        messages().stream()
            .map(message -> message.content() instanceof Text(String text) ? text : "")
            .map(text -> text.substring("say ".length()))
            .toList());
  }

  @Test
  void aTimeOfWholeSecondsIsReadAsTheMomentAtWhichItReachedUs() {
    Arrival first = said("first", 200, 1);
    Arrival second = said("second", 900, 2);
    receive(second);
    receive(first);

    assertEquals(
        List.of(new Text("second"), new Text("first")),
        messages().stream().map(Message::content).toList());
  }

  /** Returns a text of the second after noon that reached us so many milliseconds later. */
  private Arrival said(String text, int millis, int sequence) {
    ReceivedEvent before = customer.received(text, "dlv_" + text);
    ReceivedEvent received =
        new ReceivedEvent(
            before.merchantId(),
            before.channelId(),
            before.channelType(),
            before.deliveryId(),
            before.eventId(),
            before.sender(),
            NOON.plusSeconds(1).plusMillis(millis),
            before.raw());
    return customer.arrival(received, new Text(text), 1, sequence);
  }
}
