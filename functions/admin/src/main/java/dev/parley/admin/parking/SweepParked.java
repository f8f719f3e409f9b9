package dev.parley.admin.parking;

import java.util.List;

/** Queues what the queues could not take when it came, the oldest first. */
public final class SweepParked {
  private final List<Lane<?>> lanes;

  public SweepParked(List<Lane<?>> lanes) {
    this.lanes = lanes;
  }

  /** Returns how many things were queued; a queue that is still down doesn't hold up the others. */
  public int sweep() {
    return lanes.stream().mapToInt(Lane::sweep).sum();
  }
}
