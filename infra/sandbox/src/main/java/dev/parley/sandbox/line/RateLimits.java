package dev.parley.sandbox.line;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A token bucket for each channel and endpoint; it fills in real time. */
final class RateLimits {
  private record Bucket(double tokens, long at) {}

  private static final double PER_SECOND = 2000;
  private static final Map<String, Double> EXCEPTIONS =
      Map.of("multicast", 200.0, "loading", 100.0);

  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new HashMap<>();

  RateLimits(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized boolean allow(String channelId, String operation) {
    double rate = EXCEPTIONS.getOrDefault(operation, PER_SECOND);
    long now = nanos.getAsLong();
    String key = channelId + " " + operation;
    Bucket before = buckets.getOrDefault(key, new Bucket(rate, now));
    double gained = rate * (now - before.at()) / TimeUnit.SECONDS.toNanos(1);
    double tokens = Math.min(rate, before.tokens() + gained);
    buckets.put(key, new Bucket(tokens >= 1 ? tokens - 1 : tokens, now));
    return tokens >= 1;
  }
}
