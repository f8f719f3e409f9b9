package dev.parley.domain.replay;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;

/**
 * The next step of a run.
 *
 * @param number how many steps are done before it
 */
public record ReplayStep(MerchantId merchantId, ReplayId replayId, long number) {
  public static ReplayStep of(Replay replay) {
    return new ReplayStep(replay.merchantId(), replay.id(), replay.step());
  }
}
