package dev.parley.chat.inbound;

import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;

/** Moves conversations on, and applies a withdrawal that came before its message. */
public final class MoveHeads {
  private final Arrivals arrivals;

  public MoveHeads(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /** Moves the head of the message's conversation on, unless that was done before. */
  public Arrivals.Head move(Arrival arrival) {
    Arrivals.Head head = arrivals.advance(arrival);
    String platformId = arrival.event().platformMessageId();
    if (platformId != null && head.pendingWithdrawals().contains(platformId)) {
      arrivals.withdraw(arrival, platformId);
    }
    return head;
  }
}
