package dev.parley.aws.request;

import dev.parley.domain.id.MerchantId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each merchant to so many requests a second, in this sandbox of this function. A sandbox
 * serves one request at a time, so what a merchant can reach in all is this rate by the sandboxes
 * that serve it; API Gateway's own throttle bounds the whole. It costs no request to any service.
 */
public final class MerchantRate {
  private static final int MOST_MERCHANTS = 1000;

  private final int perSecond;
  private final InstantSource clock;
  private final Map<MerchantId, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MerchantId, Bucket> eldest) {
          return size() > MOST_MERCHANTS;
        }
      };

  /**
   * @param perSecond the rate; a burst may be twice that
   */
  public MerchantRate(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Returns empty when the request may go on, otherwise after how many seconds it may. */
  public synchronized Optional<Integer> admit(MerchantId merchant) {
    Bucket before = buckets.get(merchant);
    long now = clock.millis();
    double most = 2.0 * perSecond;
    double tokens =
        before == null
            ? most
            : Math.min(most, before.tokens + Math.max(0, now - before.at) * perSecond / 1000.0);
    boolean admitted = tokens >= 1;
    buckets.put(merchant, new Bucket(admitted ? tokens - 1 : tokens, now));
    return admitted ? Optional.empty() : Optional.of(1);
  }

  private record Bucket(double tokens, long at) {}
}
