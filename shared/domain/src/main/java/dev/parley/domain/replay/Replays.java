package dev.parley.domain.replay;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import java.util.Optional;

/** Runs that replay events, kept for a month. */
public interface Replays {
  /** Keeps a new run; one that is there stays as it is. */
  void begin(Replay replay);

  /** Returns the run; another merchant's is not found. */
  Optional<Replay> find(MerchantId merchant, ReplayId id);

  /**
   * Keeps the run as it is after its next step.
   *
   * @return false when that step has been done before
   */
  boolean advance(Replay replay);
}
