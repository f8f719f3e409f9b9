package dev.parley.admin.deadletters;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.Replay;
import dev.parley.testkit.chat.Customer;
import java.util.List;

/** Runs that replay events, and their steps as their queue has them. */
final class Runs {
  private Runs() {}

  static Replay running(MerchantId merchant, long step) {
    return new Replay(
        new ReplayId("rpl_1"),
        merchant,
        new Replay.Request.Named(List.of(), List.of()),
        Replay.Status.RUNNING,
        step,
        new Replay.Counts(3, 1, 2, 0),
        List.of(),
        new Replay.Progress(0, null, List.of(), null, List.of()),
        Customer.NOON,
        null);
  }

  /** Returns the body of the run's next step. */
  static String step(Replay run) {
    return "{\"merchantId\":\"%s\",\"replayId\":\"%s\",\"step\":%d}"
        .formatted(run.merchantId(), run.id(), run.step());
  }
}
