package dev.parley.aws.request;

import dev.parley.aws.log.Log;
import dev.parley.domain.id.MerchantId;
import java.time.InstantSource;
import java.util.Optional;

/** Holds each merchant to a rate of the agents' API, counted over ten seconds. */
public final class MerchantRate {
  private static final int SECONDS = 10;
  private static final int SHARE = 10;

  private final SharedRate rate;

  public MerchantRate(int perSecond, RequestCounts counts, InstantSource clock, Log log) {
    this.rate = new SharedRate((long) perSecond * SECONDS, SHARE, counts, clock, log);
  }

  /** Returns empty when the request may go on, otherwise after how many seconds it may. */
  public Optional<Integer> admit(MerchantId merchant) {
    return rate.admit(merchant.value());
  }
}
