package dev.parley.chat.replay;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Counts;
import dev.parley.domain.replay.Replay.Failure;
import dev.parley.domain.replay.Replay.Progress;
import dev.parley.domain.replay.Replay.Reason;
import dev.parley.domain.replay.Replay.Request;
import dev.parley.domain.replay.Replay.Status;
import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.testkit.chat.InMemoryReplays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TakeStepsTest {
  private static final ReplayId ID = new ReplayId("rpl_1");
  private static final EventPlace PLACE =
      EventPlace.of(LineShop.MERCHANT, CHANNEL, ChannelType.LINE);
  private static final MessageId NOBODYS = new MessageId("msg_01K0000000000000000000000A");

  private final LineShop shop = new LineShop();
  private final InMemoryReplays replays = new InMemoryReplays();

  private TakeSteps steps(ReplayQueue queue) {
    WalkEvents through = new WalkEvents(shop.chat.kept(), shop.replays());
    return new TakeSteps(replays, queue, through, () -> NOON.plusSeconds(3660));
  }

  private void begin(Request request, Progress progress) {
    begin(request, progress, Counts.NONE);
  }

  private void begin(Request request, Progress progress, Counts counts) {
    Replay run =
        new Replay(
            ID,
            LineShop.MERCHANT,
            request,
            Status.QUEUED,
            0,
            counts,
            List.of(),
            progress,
            NOON.plusSeconds(3600),
            null);
    replays.begin(run);
    replays.offer(ReplayStep.of(run));
  }

  private void beginReceived() {
    beginReceived(Counts.NONE);
  }

  private void beginReceived(Counts counts) {
    begin(
        new Request.Received(PLACE, NOON, NOON.plusSeconds(1)),
        new Progress(0, null, List.of(PLACE), null, List.of()),
        counts);
  }

  private void beginNamed(List<MessageId> ids) {
    begin(new Request.Named(ids, List.of(PLACE)), new Progress(0, null, List.of(), null, ids));
  }

  private Replay run() {
    return replays.find(LineShop.MERCHANT, ID).orElseThrow();
  }

  /** Takes all steps, each of them as often as said. */
  private void takeAll(int times) {
    while (!replays.queued().isEmpty()) {
      ReplayStep step = replays.queued().remove();
      for (int i = 1; i <= times; i++) {
        steps(replays).take(step);
      }
    }
  }

  private void receiveWrongly(int count) {
    for (int i = 1; i <= count; i++) {
      shop.receiveAs(LineShop.text("e" + i, i), i, new Unknown("text"), true);
    }
  }

  private boolean allAreTexts() {
    return shop.messages().stream().map(Message::kind).allMatch(MessageKind.TEXT::equals);
  }

  @Test
  void aRunGoesThroughTheChannelAndItsConversations() {
    shop.receive(LineShop.ofNobody("x", 1), 1);
    receiveWrongly(3);
    shop.receive(LineShop.text("right", 9), 9);

    beginReceived();
    takeAll(1);

    assertEquals(new Counts(5, 3, 2, 0), run().counts());
    assertEquals(Status.SUCCEEDED, run().status());
    assertEquals(NOON.plusSeconds(3660), run().finishedAt());
    assertTrue(allAreTexts());
  }

  @Test
  void aLongRunTakesMoreThanOneStepAndCountsEachEventOnce() {
    receiveWrongly(450);

    beginReceived();
    steps(replays).take(replays.queued().remove());
    steps(replays).take(replays.queued().remove());

    assertEquals(Status.RUNNING, run().status());
    assertEquals(200, run().counts().changed());
    takeAll(1);
    assertEquals(new Counts(450, 450, 0, 0), run().counts());
    assertEquals(4, run().step());
    assertEquals(450, shop.head().unreadCount());
  }

  @Test
  void aStepDeliveredTwiceCountsOnce() {
    receiveWrongly(450);

    beginReceived();
    takeAll(2);

    assertEquals(new Counts(450, 450, 0, 0), run().counts());
    assertEquals(Status.SUCCEEDED, run().status());
    assertEquals(4, run().step());
  }

  @Test
  void aStepThatDiedBeforeItQueuedTheNextQueuesItWhenItComesAgain() {
    receiveWrongly(450);
    beginReceived();
    ReplayStep first = replays.queued().remove();
    TakeSteps dying =
        steps(
            step -> {
              throw new TransientFault("The queue does not answer");
            });
    assertThrows(TransientFault.class, () -> dying.take(first));

    steps(replays).take(first);
    takeAll(1);

    assertEquals(new Counts(450, 450, 0, 0), run().counts());
    assertEquals(Status.SUCCEEDED, run().status());
  }

  @Test
  void aStepThatDiedHalfWayCountsWhatItHadChanged() {
    receiveWrongly(2);
    shop.storeOnly(LineShop.text("z", 9), 9);
    shop.dieBeforeTheHead();
    beginReceived();
    steps(replays).take(replays.queued().remove());
    ReplayStep second = replays.queued().remove();
    assertThrows(TransientFault.class, () -> steps(replays).take(second));
    shop.revive();

    steps(replays).take(second);

    assertEquals(new Counts(3, 3, 0, 0), run().counts());
    assertEquals(3, shop.head().unreadCount());
  }

  @Test
  void aHeadThatTheRunMovesIsNotMetAgain() {
    for (int i = 1; i <= 60; i++) {
      String customer = "U" + (100 + i);
      shop.receive(LineShop.from(customer, LineShop.text(customer + "a", i)), 1);
      shop.storeOnly(LineShop.from(customer, LineShop.text(customer + "b", 1000 - i)), 2);
    }

    beginReceived();
    takeAll(1);

    assertEquals(new Counts(120, 60, 60, 0), run().counts());
    assertEquals(Status.SUCCEEDED, run().status());
  }

  @Test
  void messagesAreReplayedByTheirIds() {
    receiveWrongly(3);
    shop.keepOnly(LineShop.unsend("u", 8, "e1"), 8);
    List<MessageId> all = shop.messages().stream().map(Message::id).toList();
    MessageId ours = new MessageId("msg_01K0000000000000000000000B");
    shop.answer(ours);

    beginNamed(List.of(all.get(0), all.get(2), NOBODYS, ours));
    takeAll(1);

    assertEquals(new Counts(3, 2, 0, 2), run().counts());
    assertEquals(
        List.of(new Failure(ours, Reason.NO_RAW_EVENT), new Failure(NOBODYS, Reason.NOT_FOUND)),
        run().failures());
    assertEquals(
        List.of(MessageKind.TEXT, MessageKind.UNKNOWN, MessageKind.TEXT),
        shop.messages().stream()
            .filter(message -> all.contains(message.id()))
            .map(Message::kind)
            .toList());
  }

  @Test
  void aMessageWhoseConversationHasBeenSilentSinceIsFoundAsWell() {
    shop.receive(LineShop.text("a", 1), 1);
    shop.receiveAs(LineShop.text("b", 2000), 2, new Unknown("text"), false);
    MessageId id = shop.messages().getFirst().id();

    beginNamed(List.of(id));
    takeAll(1);

    assertEquals(new Counts(1, 1, 0, 0), run().counts());
    assertEquals("say b", shop.head().lastMessagePreview());
  }

  @Test
  void whatIsAheadOfTheRunIsNotFoundAndStopsNobody() {
    receiveWrongly(1);
    MessageId ahead = new MessageId("msg_7ZZZZZZZZZZZZZZZZZZZZZZZZZ");

    beginNamed(List.of(ahead));
    takeAll(1);

    assertEquals(List.of(new Failure(ahead, Reason.NOT_FOUND)), run().failures());
  }

  @Test
  void aTimeAheadOfTheRunHoldsNothing() {
    receiveWrongly(1);

    begin(
        new Request.Received(PLACE, NOON.plusSeconds(9000), NOON.plusSeconds(9999)),
        new Progress(0, null, List.of(PLACE), null, List.of()));
    takeAll(1);

    assertEquals(Counts.NONE, run().counts());
    assertEquals(Status.SUCCEEDED, run().status());
  }

  @Test
  void onlyTheFirstFailuresAreTold() {
    List<MessageId> ids =
        Stream.iterate(10, i -> i + 1)
            .limit(30)
            .map(i -> new MessageId("msg_01K00000000000000000000A" + i))
            .toList();

    beginNamed(ids);
    takeAll(1);

    assertEquals(30, run().counts().failed());
    assertEquals(20, run().failures().size());
    assertEquals(Status.SUCCEEDED, run().status());
  }

  @Test
  void aRunOverTooManyEventsFails() {
    receiveWrongly(450);

    beginReceived(new Counts(99_900, 0, 99_900, 0));
    takeAll(1);

    assertEquals(Status.TOO_LARGE, run().status());
    assertEquals(new Counts(100_100, 200, 99_900, 0), run().counts());
    assertTrue(run().isOver());
  }

  @Test
  void aRunThatIsOverOrForgottenTakesNoMoreSteps() {
    beginReceived();
    ReplayStep step = replays.queued().element();
    takeAll(1);
    Replay over = run();

    steps(replays).take(step);
    steps(replays).take(new ReplayStep(LineShop.MERCHANT, new ReplayId("rpl_9"), 0));

    assertEquals(over, run());
    assertTrue(replays.queued().isEmpty());
  }
}
