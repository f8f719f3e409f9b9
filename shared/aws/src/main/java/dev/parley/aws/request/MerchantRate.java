package dev.parley.aws.request;

import dev.parley.aws.log.Log;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each merchant to a rate over all sandboxes of all functions, by windows of ten seconds. A
 * sandbox tells the common count of every tenth request, so that one which sees few of them pays
 * nothing, and a merchant can pass its rate by less than ten requests for each sandbox.
 */
public final class MerchantRate {
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int SHARE = 10;
  private static final int MOST_MERCHANTS = 1000;

  private final long most;
  private final RequestCounts counts;
  private final InstantSource clock;
  private final Log log;
  private final Map<MerchantId, Seen> seen =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MerchantId, Seen> eldest) {
          return size() > MOST_MERCHANTS;
        }
      };

  public MerchantRate(int perSecond, RequestCounts counts, InstantSource clock, Log log) {
    this.most = perSecond * WINDOW.toSeconds();
    this.counts = counts;
    this.clock = clock;
    this.log = log;
  }

  /**
   * What a sandbox knows of a merchant's requests in a window.
   *
   * @param untold how many of its own it has not told yet
   * @param total how many they were in all when it last told some
   */
  private record Seen(Instant window, int untold, long total) {}

  /** Returns empty when the request may go on, otherwise after how many seconds it may. */
  public synchronized Optional<Integer> admit(MerchantId merchant) {
    Instant now = clock.instant();
    long ms = WINDOW.toMillis();
    Instant window = Instant.ofEpochMilli(now.toEpochMilli() / ms * ms);
    Seen before = seen.get(merchant);
    Seen after = before == null || !before.window.equals(window) ? new Seen(window, 0, 0) : before;
    if (after.total <= most) {
      after = told(merchant, new Seen(window, after.untold + 1, after.total));
      seen.put(merchant, after);
    }
    return after.total <= most
        ? Optional.empty()
        : Optional.of(secondsTo(window.plus(WINDOW), now));
  }

  private static int secondsTo(Instant end, Instant now) {
    return Math.toIntExact(Duration.between(now, end).plusMillis(999).toSeconds());
  }

  /** Where the count can't be reached the requests go on: they are told with the next. */
  private Seen told(MerchantId merchant, Seen own) {
    if (own.untold < SHARE) {
      return own;
    }
    try {
      return new Seen(own.window, 0, counts.add(merchant, own.window, own.untold));
    } catch (TransientFault e) {
      log.warn(w -> w.field("uncounted", own.untold).field("reason", e.getMessage()));
      return own;
    }
  }
}
