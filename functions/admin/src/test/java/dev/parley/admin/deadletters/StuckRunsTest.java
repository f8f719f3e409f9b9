package dev.parley.admin.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Status;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.InMemoryReplays;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StuckRunsTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Instant LATER = Customer.NOON.plusSeconds(3600);

  private final InMemoryReplays replays = new InMemoryReplays();
  private final StuckRuns stuck = new StuckRuns(replays, () -> LATER);

  /** Gives the fourth step up of a run that has come so far. */
  private Replay afterTheFourthIsGivenUp(long step) {
    Replay run = Runs.running(MERCHANT, step);
    replays.begin(run);
    stuck.giveUp(new Original(Runs.step(Runs.running(MERCHANT, 4)), ""));
    return replays.find(MERCHANT, run.id()).orElseThrow();
  }

  @Test
  void aRunThatWaitsForTheStepIsOverWithWhatItDid() {
    Replay after = afterTheFourthIsGivenUp(4);

    assertEquals(Status.ABANDONED, after.status());
    assertEquals(LATER, after.finishedAt());
    assertEquals(new Replay.Counts(3, 1, 2, 0), after.counts());
  }

  @Test
  void aRunWhoseNextStepWasPerhapsNeverQueuedIsOver() {
    assertEquals(Status.ABANDONED, afterTheFourthIsGivenUp(5).status());
  }

  @Test
  void aRunThatHasGoneOnWithoutTheStepGoesOn() {
    assertEquals(Runs.running(MERCHANT, 6), afterTheFourthIsGivenUp(6));
  }

  @Test
  void aRunThatIsOverStaysAsItIs() {
    Replay over = Runs.running(MERCHANT, 3).abandoned(Customer.NOON);
    replays.begin(over);

    stuck.giveUp(new Original(Runs.step(Runs.running(MERCHANT, 4)), ""));

    assertEquals(over, replays.find(MERCHANT, over.id()).orElseThrow());
  }

  @Test
  void aStepThatCanNotBeReadOrWhoseRunIsGoneChangesNothing() {
    Replay run = Runs.running(MERCHANT, 4);
    replays.begin(run);

    stuck.giveUp(new Original("{", ""));
    stuck.giveUp(new Original(Runs.step(Runs.running(new MerchantId("mer_2"), 4)), ""));

    assertEquals(run, replays.find(MERCHANT, run.id()).orElseThrow());
  }
}
