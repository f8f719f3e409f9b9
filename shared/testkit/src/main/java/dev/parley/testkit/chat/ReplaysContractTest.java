package dev.parley.testkit.chat;

import static dev.parley.testkit.chat.Customer.CHANNEL;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.MerchantId;
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
import dev.parley.domain.replay.Replays;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How runs that replay events are kept, in memory or in a table. */
public abstract class ReplaysContractTest {
  private static final ReplayId ID = new ReplayId("rpl_1");
  private static final MessageId MESSAGE = new MessageId("msg_1");

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());
  private final EventPlace channel = EventPlace.of(merchant, CHANNEL, ChannelType.LINE);
  private final EventPlace conversation =
      new EventPlace(
          merchant,
          CHANNEL,
          ChannelType.LINE,
          new Customer(merchant, "U1").conversationId(),
          "position");
  private final Request received = new Request.Received(channel, NOON, NOON.plusSeconds(9));
  private final Request named = new Request.Named(List.of(MESSAGE), List.of(channel));

  /** Returns the store, at noon. */
  protected abstract Replays replays();

  private Replay run(Request request, long step, Progress progress, @Nullable Instant finishedAt) {
    return new Replay(
        ID,
        merchant,
        request,
        Status.RUNNING,
        step,
        new Counts(4, 3, 2, 1),
        List.of(new Failure(MESSAGE, Reason.NO_RAW_EVENT)),
        progress,
        NOON,
        finishedAt);
  }

  private Replay halfDone(long step) {
    Progress progress =
        new Progress(1, "after", List.of(conversation, channel), "cursor", List.of());
    return run(received, step, progress, null);
  }

  @Test
  void aRunIsFoundAsItWasBegun() {
    Replay begun = run(received, 0, new Progress(0, null, List.of(channel), null, List.of()), null);

    replays().begin(begun);

    assertEquals(Optional.of(begun), replays().find(merchant, ID));
  }

  @Test
  void aRunOfSingleMessagesIsFoundAsItWasBegun() {
    Replay begun =
        run(named, 0, new Progress(2, "x", List.of(), null, List.of(MESSAGE)), NOON.plusMillis(1));

    replays().begin(begun);

    assertEquals(Optional.of(begun), replays().find(merchant, ID));
  }

  @Test
  void aRunBegunAgainStaysAsItIs() {
    replays().begin(halfDone(0));
    replays().advance(halfDone(1));

    replays().begin(halfDone(0));

    assertEquals(Optional.of(halfDone(1)), replays().find(merchant, ID));
  }

  @Test
  void aStepIsKeptOnce() {
    replays().begin(halfDone(0));

    assertTrue(replays().advance(halfDone(1)));
    assertFalse(replays().advance(halfDone(1)));
    assertFalse(replays().advance(halfDone(3)));
    assertEquals(Optional.of(halfDone(1)), replays().find(merchant, ID));
  }

  @Test
  void anotherMerchantsRunIsNotFound() {
    replays().begin(halfDone(0));

    MerchantId other = new MerchantId("mer_" + UUID.randomUUID());
    assertEquals(Optional.empty(), replays().find(other, ID));
    assertEquals(Optional.empty(), replays().find(merchant, new ReplayId("rpl_2")));
  }
}
