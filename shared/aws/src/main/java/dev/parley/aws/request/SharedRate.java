package dev.parley.aws.request;

import dev.parley.aws.log.Log;
import dev.parley.domain.fault.TransientFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each of many to so many requests in a while, ten seconds mostly, over all sandboxes of all
 * functions. A sandbox tells the common count of every so manieth request, its share, so that one
 * which sees few of them pays nothing, and nobody can pass the rate by more than a share for each
 * further sandbox.
 */
public final class SharedRate {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final int MOST_KNOWN = 1000;

  private final long most;
  private final int share;
  private final Duration length;
  private final RequestCounts counts;
  private final InstantSource clock;
  private final Log log;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * @param most how many requests there may be in ten seconds
   * @param share how many of them a sandbox keeps to itself before it tells of them
   */
  public SharedRate(long most, int share, RequestCounts counts, InstantSource clock, Log log) {
    this(most, share, USUAL, counts, clock, log);
  }

  /**
   * @param length in what time there may be so many; an hour at most, for so long they are counted
   */
  public SharedRate(
      long most, int share, Duration length, RequestCounts counts, InstantSource clock, Log log) {
    this.most = most;
    this.share = share;
    this.length = length;
    this.counts = counts;
    this.clock = clock;
    this.log = log;
  }

  /**
   * What a sandbox knows of someone's requests in a window.
   *
   * @param untold how many of its own it has not told yet
   * @param total how many they were in all when it last told some
   */
  private record Seen(Instant window, int untold, long total) {}

  /** Returns empty when the request may go on, otherwise after how many seconds it may. */
  public synchronized Optional<Integer> admit(String whose) {
    Instant now = clock.instant();
    long ms = length.toMillis();
    Instant window = Instant.ofEpochMilli(now.toEpochMilli() / ms * ms);
    Seen before = seen.get(whose);
    Seen after = before == null || !before.window.equals(window) ? new Seen(window, 0, 0) : before;
    if (after.total <= most) {
      after = told(whose, new Seen(window, after.untold + 1, after.total));
      seen.put(whose, after);
    }
    return after.total <= most
        ? Optional.empty()
        : Optional.of(secondsTo(window.plus(length), now));
  }

  private static int secondsTo(Instant end, Instant now) {
    return Math.toIntExact(Duration.between(now, end).plusMillis(999).toSeconds());
  }

  /** Where the count can't be reached the requests go on: they are told with the next. */
  private Seen told(String whose, Seen own) {
    if (own.untold < share && own.total + own.untold <= most) {
      return own;
    }
    try {
      return new Seen(own.window, 0, counts.add(whose, own.window, own.untold));
    } catch (TransientFault e) {
      log.warn(w -> w.field("uncounted", own.untold).field("reason", e.getMessage()));
      return own;
    }
  }
}
