package dev.parley.admin.parking;

import dev.parley.domain.fault.TransientFault;
import java.util.List;

/** Queues what the queues could not take when it came, the oldest first. */
public final class SweepParked {
  private final List<Lane<?>> lanes;

  public SweepParked(List<Lane<?>> lanes) {
    this.lanes = lanes;
  }

  /**
   * Returns how many things were queued. A lane whose table or queue is down doesn't hold up the
   * others: the first fault is thrown when all had their turn.
   */
  public int sweep() {
    int queued = 0;
    TransientFault first = null;
    for (Lane<?> lane : lanes) {
      try {
        queued += lane.sweep();
      } catch (TransientFault e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return queued;
  }
}
