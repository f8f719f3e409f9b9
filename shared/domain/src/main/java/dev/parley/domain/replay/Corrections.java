package dev.parley.domain.replay;

import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.inbound.Arrival;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is set right in what was made of an event; each can be done again without effect. */
public interface Corrections {
  /** Returns the head of the conversation; all of it is empty when there is none. */
  Head head(Arrival arrival);

  /**
   * Makes the kept event's content, kind and platform's id those of the arrival, and notes the run.
   *
   * @return false when it has been withdrawn: then nothing is changed
   */
  boolean correct(EventPlace place, Arrival arrival, ReplayId run);

  /** Makes the message the conversation's last, unless one of its time or later is. */
  void showAsLast(Arrival arrival);

  /** Shows the message's preview in place of the old one, if it still is the last. */
  void renewPreview(Arrival arrival, String old);

  /**
   * What a head says.
   *
   * @param lastSequence the queue's number of the last delivery that was counted
   * @param pendingWithdrawals the platform's ids of messages withdrawn before they came
   */
  record Head(
      @Nullable String lastSequence,
      @Nullable Instant lastMessageAt,
      @Nullable MessageId lastMessageId,
      @Nullable String preview,
      Set<String> pendingWithdrawals) {
    public Head {
      pendingWithdrawals = Set.copyOf(pendingWithdrawals);
    }
  }
}
