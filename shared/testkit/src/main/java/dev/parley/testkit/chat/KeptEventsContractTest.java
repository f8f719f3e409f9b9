package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.domain.replay.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How raw events are found and what was made of them is set right, in memory or in tables. */
public abstract class KeptEventsContractTest {
  private static final ReplayId RUN = new ReplayId("rpl_1");
  private static final Walk ALL = Walk.forth(null, NOON.plusSeconds(3600), null);

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());
  private final Customer customer = new Customer(merchant, "U1");
  private final EventPlace channel = EventPlace.of(merchant, CHANNEL, ChannelType.LINE);

  protected abstract ChatStores stores();

  protected abstract KeptEvents kept();

  protected abstract Corrections corrections();

  private void receive(Arrival arrival) {
    stores().arrivals().store(arrival);
    stores().arrivals().advance(arrival);
  }

  private EventPlace place() {
    return kept().conversations(merchant, CHANNEL, ALL, 100).items().getFirst();
  }

  private List<KeptEvent> atNoon(EventPlace place) {
    return kept().received(place, NOON, NOON.plusSeconds(1), new PageRequest(100, null)).items();
  }

  private KeptEvent only() {
    return atNoon(place()).getFirst();
  }

  private Message message() {
    return stores()
        .messages()
        .newest(merchant, customer.conversationId(), new PageRequest(1, null))
        .items()
        .getFirst();
  }

  @Test
  void anEventIsFoundWithWhatWasMadeOfIt() {
    Arrival said = customer.says("a", 1, 7);
    receive(said);

    KeptEvent found = only();

    assertEquals(said.messageId(), found.id());
    assertEquals(said.received().raw(), found.raw());
    assertEquals(new Text("say a"), found.content());
    assertEquals(MessageKind.TEXT, found.kind());
    assertEquals("line-a", found.platformMessageId());
    assertEquals(new KeptEvent.Received(NOON, "dlv_a", "%020d".formatted(7)), found.received());
    assertNull(found.withdrawnAt());
    assertNull(found.changedBy());
  }

  @Test
  void theTimeOfReceiptCountsFromOneUntilBeforeTheOther() {
    receive(customer.says("a", 1, 1));
    EventPlace place = place();
    PageRequest page = new PageRequest(10, null);

    assertEquals(1, kept().received(place, NOON, NOON.plusMillis(1), page).items().size());
    assertEquals(0, kept().received(place, NOON.minusMillis(1), NOON, page).items().size());
    assertEquals(
        0, kept().received(place, NOON.plusMillis(1), NOON.plusSeconds(9), page).items().size());
  }

  @Test
  void eventsComeInPagesInTheOrderOfThePlatformsTime() {
    receive(customer.says("b", 2, 1));
    receive(customer.says("c", 3, 2));
    receive(customer.says("a", 1, 3));
    EventPlace place = place();

    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      var page = kept().received(place, NOON, NOON.plusSeconds(1), new PageRequest(2, cursor));
      page.items().forEach(event -> ids.add(event.platformMessageId()));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertEquals(List.of("line-a", "line-b", "line-c"), ids);
  }

  @Test
  void ourOwnMessagesAreNotAmongWhatWasReceived() {
    receive(customer.says("a", 1, 1));
    stores().sent().markSent(customer.answer("msg_01K0000000000000000000000A", null), "p", NOON);

    assertEquals(1, atNoon(place()).size());
  }

  @Test
  void anEventOfNoConversationIsUnderItsChannel() {
    Arrival event = customer.sends("x", new Unknown("activated"), 1, 1);
    stores().arrivals().keep(event);

    assertEquals(List.of(event.messageId()), atNoon(channel).stream().map(KeptEvent::id).toList());
  }

  @Test
  void aWalkMeetsTheConversationsOfTheChannelTheLongestSilentFirst() {
    receive(new Customer(merchant, "U2").says("b", 9, 1));
    receive(customer.says("a", 1, 1));
    receive(new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U3").says("c", 3, 1));
    ChannelId other = new ChannelId("line-other");

    var first = kept().conversations(merchant, CHANNEL, ALL, 1);
    Walk on = Walk.forth(null, ALL.to(), first.items().getFirst().position());
    var second = kept().conversations(merchant, null, on, 5);

    assertEquals(customer.conversationId(), first.items().getFirst().conversationId());
    assertNotNull(first.nextCursor());
    assertEquals(
        List.of(new Customer(merchant, "U2").conversationId()),
        second.items().stream().map(EventPlace::conversationId).toList());
    assertNull(second.nextCursor());
    assertEquals(List.of(), kept().conversations(merchant, other, ALL, 5).items());
  }

  @Test
  void aWalkBackMeetsTheNewestFirstAndNothingTwice() {
    receive(new Customer(merchant, "U2").says("b", 9, 1));
    receive(customer.says("a", 1, 1));
    receive(new Customer(merchant, "U3").says("c", 60, 1));
    Walk back = Walk.back(NOON.plusSeconds(60), null);

    var first = kept().conversations(merchant, CHANNEL, back, 1);
    Walk on = Walk.back(back.to(), first.items().getFirst().position());
    var second = kept().conversations(merchant, CHANNEL, on, 5);

    assertEquals(
        List.of(new Customer(merchant, "U2").conversationId()),
        first.items().stream().map(EventPlace::conversationId).toList());
    assertEquals(
        List.of(customer.conversationId()),
        second.items().stream().map(EventPlace::conversationId).toList());
  }

  @Test
  void aWalkKeepsToItsTimes() {
    receive(new Customer(merchant, "U2").says("b", 9, 1));
    receive(customer.says("a", 1, 1));
    Walk late = Walk.forth(NOON.plusSeconds(5), ALL.to(), null);
    Walk early = Walk.forth(null, NOON.plusSeconds(5), null);

    assertEquals(1, kept().conversations(merchant, null, late, 5).items().size());
    assertEquals(
        customer.conversationId(),
        kept().conversations(merchant, null, early, 5).items().getLast().conversationId());
  }

  @Test
  void messagesAreFoundByTheirIdsInWhicheverPlaceTheyAre() {
    Arrival said = customer.says("a", 1, 1);
    Arrival event = customer.sends("x", new Unknown("activated"), 2, 2);
    receive(said);
    receive(customer.says("b", 3, 3));
    stores().arrivals().keep(event);
    MessageId unknown = new MessageId("msg_01K0000000000000000000000B");

    List<KeptEvent> found =
        kept()
            .named(
                List.of(channel, place()), List.of(said.messageId(), event.messageId(), unknown));

    assertEquals(2, found.size());
    assertTrue(found.stream().anyMatch(e -> e.id().equals(said.messageId())));
    assertTrue(found.stream().anyMatch(e -> e.place().equals(channel)));
  }

  @Test
  void aMessageIsCorrectedAndNotesTheRun() {
    Arrival said = customer.says("a", 1, 1);
    receive(customer.arrival(said.received(), new Unknown("text"), 1, 1));

    boolean done = corrections().correct(place(), said, RUN);

    assertTrue(done);
    assertEquals(new Text("say a"), message().content());
    assertEquals(MessageKind.TEXT, message().kind());
    assertEquals(NOON, message().receivedAt());
    assertEquals(RUN, only().changedBy());
    assertEquals(said.received().raw(), only().raw());
  }

  @Test
  void aWithdrawnMessageIsNotCorrected() {
    Arrival said = customer.says("a", 1, 1);
    receive(said);
    stores().arrivals().withdraw(customer.says("u", 2, 2), "line-a");

    boolean done = corrections().correct(place(), said, RUN);

    assertFalse(done);
    assertNull(message().content());
    assertNull(only().raw());
    assertEquals(NOON.plusSeconds(2), only().withdrawnAt());
  }

  @Test
  void aKeptEventOfAChannelIsCorrected() {
    Arrival event = customer.sends("x", new Unknown("activated"), 1, 1);
    stores().arrivals().keep(event);

    Arrival today = customer.arrival(event.received(), new Unknown("deactivated"), 1, 1);
    boolean done = corrections().correct(channel, today, RUN);

    assertTrue(done);
    assertEquals(new Unknown("deactivated"), atNoon(channel).getFirst().content());
  }

  @Test
  void aHeadSaysHowFarItCame() {
    Arrival said = customer.says("a", 1, 4);
    receive(said);

    Corrections.Head head = corrections().head(said);

    assertEquals(said.sequence(), head.lastSequence());
    assertEquals(said.messageId(), head.lastMessageId());
    assertEquals(NOON.plusSeconds(1), head.lastMessageAt());
    assertEquals("say a", head.preview());
    assertNull(corrections().head(new Customer(merchant, "U9").says("a", 1, 1)).lastSequence());
  }

  @Test
  void aNewerMessageIsShownAsTheLastAndAnOlderOneIsNot() {
    receive(customer.says("a", 5, 1));

    corrections().showAsLast(customer.says("b", 9, 2));
    corrections().showAsLast(customer.says("c", 7, 3));

    Corrections.Head head = corrections().head(customer.says("a", 5, 1));
    assertEquals("say b", head.preview());
    assertEquals(NOON.plusSeconds(9), head.lastMessageAt());
    assertEquals(1, conversation().unreadCount());
  }

  private Conversation conversation() {
    return stores().conversations().find(merchant, customer.conversationId()).orElseThrow();
  }

  @Test
  void aPreviewIsRenewedWhileItIsTheLastMessages() {
    Arrival said = customer.says("a", 1, 1);
    receive(said);
    Arrival today = customer.arrival(said.received(), new Text("today"), 1, 1);

    corrections().renewPreview(today, "something else");
    String untouched = corrections().head(said).preview();
    corrections().renewPreview(today, "say a");

    assertEquals("say a", untouched);
    assertEquals("today", corrections().head(said).preview());
  }

  @Test
  void aHiddenPreviewIsNotRenewed() {
    Arrival said = customer.says("a", 1, 1);
    receive(said);
    stores().arrivals().withdraw(customer.says("u", 2, 2), "line-a");

    corrections().renewPreview(said, "say a");

    assertNull(corrections().head(said).preview());
  }
}
