package dev.parley.chat.replay;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.chat.replay.ReplayEvent.Outcome;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.Replay.Reason;
import dev.parley.domain.replay.Walk;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReplayEventTest {
  private static final ReplayId RUN = new ReplayId("rpl_1");
  private static final Outcome CHANGED = new Outcome.Changed();
  private static final Outcome UNCHANGED = new Outcome.Unchanged();

  private final LineShop shop = new LineShop();

  private List<Outcome> replay() {
    return replay(RUN);
  }

  private List<Outcome> replay(ReplayId run) {
    Walk walk = Walk.back(NOON.plusSeconds(3600), null);
    EventPlace channel = EventPlace.of(LineShop.MERCHANT, CHANNEL, ChannelType.LINE);
    return Stream.concat(
            Stream.of(channel),
            shop.chat.kept().conversations(LineShop.MERCHANT, CHANNEL, walk, 100).items().stream())
        .flatMap(
            place ->
                shop
                    .chat
                    .kept()
                    .received(place, NOON, NOON.plusSeconds(1), new PageRequest(100, null))
                    .items()
                    .stream()
                    .sorted(Comparator.comparing(KeptEvent::sequence)))
        .map(event -> shop.replays().replay(event, run))
        .toList();
  }

  private Message newest() {
    return shop.messages().getFirst();
  }

  @Test
  void whatIsWholeStaysAsItIs() {
    shop.receive(LineShop.text("a", 1), 1);
    shop.receive(LineShop.event("f", 2, "\"type\":\"follow\""), 2);
    shop.receive(LineShop.text("b", 3), 3);
    shop.receive(LineShop.unsend("u", 4, "a"), 4);
    shop.receive(LineShop.ofNobody("x", 5), 5);
    Conversation before = shop.head();
    List<Message> messages = shop.messages();

    List<Outcome> outcomes = replay();

    assertEquals(List.of(UNCHANGED, UNCHANGED, UNCHANGED, UNCHANGED, UNCHANGED), outcomes);
    assertEquals(before, shop.head());
    assertEquals(messages, shop.messages());
  }

  @Test
  void whatWasUnknownAndIsKnownByNowIsSetRight() {
    shop.receiveAs(LineShop.text("a", 1), 1, new Unknown("text"), true);
    shop.receiveAs(LineShop.text("b", 2), 2, new Unknown("text"), true);

    List<Outcome> outcomes = replay();

    assertEquals(List.of(CHANGED, CHANGED), outcomes);
    assertEquals(new Text("say b"), newest().content());
    assertEquals(MessageKind.TEXT, newest().kind());
    assertNull(newest().raw());
    assertEquals(NOON, newest().receivedAt());
    assertEquals("say b", shop.head().lastMessagePreview());
    assertEquals(2, shop.head().unreadCount());
  }

  @Test
  void aSecondRunFindsNothingToChange() {
    shop.receiveAs(LineShop.text("a", 1), 1, new Unknown("text"), true);
    replay();

    assertEquals(List.of(UNCHANGED), replay(new ReplayId("rpl_2")));
  }

  @Test
  void theSameRunAfterACrashStillSaysThatItChangedTheEvent() {
    shop.receiveAs(LineShop.text("a", 1), 1, new Unknown("text"), true);
    replay();

    assertEquals(List.of(CHANGED), replay());
    assertEquals(1, shop.head().unreadCount());
  }

  @Test
  void whatNobodySeemedToSayBecomesTheLastMessageAndIsNotCountedAgain() {
    shop.receive(LineShop.text("a", 1), 1);
    shop.receiveAs(LineShop.text("b", 2), 2, new Unknown("text"), false);

    replay();

    assertEquals("say b", shop.head().lastMessagePreview());
    assertEquals(NOON.plusSeconds(2), shop.head().lastMessageAt());
    assertEquals(1, shop.head().unreadCount());
  }

  @Test
  void aHeadThatWasNotMovedIsMovedOnce() {
    shop.receive(LineShop.text("a", 1), 1);
    shop.storeOnly(LineShop.text("b", 2), 2);

    List<Outcome> outcomes = replay();
    replay(new ReplayId("rpl_2"));

    assertEquals(List.of(UNCHANGED, CHANGED), outcomes);
    assertEquals("say b", shop.head().lastMessagePreview());
    assertEquals(2, shop.head().unreadCount());
  }

  @Test
  void aCrashBetweenTheMessageAndItsHeadIsMadeGoodByTheNextTry() {
    shop.receive(LineShop.text("a", 1), 1);
    shop.storeOnly(LineShop.text("b", 2), 2);
    shop.dieBeforeTheHead();
    assertThrows(TransientFault.class, this::replay);
    shop.revive();

    List<Outcome> outcomes = replay();

    assertEquals(List.of(UNCHANGED, CHANGED), outcomes);
    assertEquals(2, shop.head().unreadCount());
    assertEquals("say b", shop.head().lastMessagePreview());
  }

  @Test
  void aMessageReadLongAgoDoesNotBecomeUnread() {
    shop.receiveAs(LineShop.text("a", 1), 1, new Unknown("text"), true);
    shop.chat.conversations().markRead(LineShop.MERCHANT, shop.head().id());

    replay();

    assertEquals(0, shop.head().unreadCount());
  }

  @Test
  void aWithdrawalThatWasNotAppliedIsApplied() {
    shop.receive(LineShop.text("a", 1), 1);
    shop.keepOnly(LineShop.unsend("u", 2, "a"), 2);

    List<Outcome> outcomes = replay();

    assertEquals(List.of(CHANGED, UNCHANGED), outcomes);
    assertNull(newest().content());
    assertNotNull(newest().withdrawnAt());
    assertNull(shop.head().lastMessagePreview());
  }

  @Test
  void aWithdrawalThatWaitedForItsMessageIsApplied() {
    shop.receive(LineShop.unsend("u", 2, "a"), 1);
    shop.receive(LineShop.text("b", 1), 2);
    shop.storeAndAdvance(LineShop.text("a", 3), 3);
    KeptEvent waited = named(newest().id());

    assertEquals(CHANGED, shop.replays().replay(waited, RUN));

    assertNull(newest().content());
    assertNull(shop.head().lastMessagePreview());
    assertEquals(2, shop.head().unreadCount());
  }

  private KeptEvent named(MessageId id) {
    Walk walk = Walk.back(NOON.plusSeconds(3600), null);
    List<EventPlace> places =
        shop.chat.kept().conversations(LineShop.MERCHANT, CHANNEL, walk, 1).items();
    return shop.chat.kept().named(places, List.of(id)).getFirst();
  }

  @Test
  void ourOwnMessageHasNoRawEvent() {
    shop.receive(LineShop.text("a", 1), 1);
    MessageId id = new MessageId("msg_01K0000000000000000000000A");
    shop.answer(id);

    assertEquals(new Outcome.Failed(Reason.NO_RAW_EVENT), shop.replays().replay(named(id), RUN));
  }

  @Test
  void anEventThatTodaysCodePutsElsewhereIsLeftAlone() {
    shop.keepOnly(LineShop.text("a", 1), 1);

    assertEquals(List.of(new Outcome.Failed(Reason.PLACED_OTHERWISE)), replay());
  }

  @Test
  void nobodyIsAskedForAProfile() {
    shop.storeOnly(LineShop.text("a", 1), 1);
    shop.receive(LineShop.text("b", 2), 2);
    int asked = shop.profilesAsked();

    replay();

    assertEquals(asked, shop.profilesAsked());
  }
}
