package dev.parley.sandbox.behaviour;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** A token bucket for each channel and endpoint; it fills in real time. */
public final class RateLimits {
  private record Bucket(double tokens, long at) {}

  private final LongSupplier nanos;
  private final ToDoubleFunction<String> perSecond;
  private final Map<String, Bucket> buckets = new HashMap<>();

  /**
   * @param perSecond how often a second each operation may be called
   */
  public RateLimits(LongSupplier nanos, ToDoubleFunction<String> perSecond) {
    this.nanos = nanos;
    this.perSecond = perSecond;
  }

  public synchronized boolean allow(String channelId, String operation) {
    double rate = perSecond.applyAsDouble(operation);
    long now = nanos.getAsLong();
    String key = channelId + " " + operation;
    Bucket before = buckets.getOrDefault(key, new Bucket(rate, now));
    double gained = rate * (now - before.at()) / TimeUnit.SECONDS.toNanos(1);
    double tokens = Math.min(rate, before.tokens() + gained);
    buckets.put(key, new Bucket(tokens >= 1 ? tokens - 1 : tokens, now));
    return tokens >= 1;
  }
}
