package dev.parley.domain.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A walk over conversations by the time of their last message. What moves while it goes on moves
 * towards the newest.
 *
 * @param newestFirst otherwise the one that has been silent longest comes first
 * @param from the earliest time; {@code null}: any
 * @param to the time before which it was
 * @param after the position of the last conversation that was seen
 */
public record Walk(
    boolean newestFirst, @Nullable Instant from, Instant to, @Nullable String after) {
  /** Returns a walk that doesn't meet again what it moves itself. */
  public static Walk back(Instant to, @Nullable String after) {
    return new Walk(true, null, to, after);
  }

  /** Returns a walk that meets again, rather than misses, what moves. */
  public static Walk forth(@Nullable Instant from, Instant to, @Nullable String after) {
    return new Walk(false, from, to, after);
  }
}
