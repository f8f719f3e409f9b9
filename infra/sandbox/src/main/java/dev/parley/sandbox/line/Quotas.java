package dev.parley.sandbox.line;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How many messages each channel has pushed this month (in Japan), and how many it may. */
final class Quotas {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final InstantSource clock;
  private final Map<String, Long> limits = new HashMap<>();
  private final Map<String, Long> used = new HashMap<>();

  Quotas(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void limit(String channelId, long limit) {
    limits.put(channelId, limit);
  }

  synchronized OptionalLong limit(String channelId) {
    Long limit = limits.get(channelId);
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  synchronized long used(String channelId) {
    return used.getOrDefault(month(channelId), 0L);
  }

  /** Counts so many messages, or none of them if that would pass the limit. */
  synchronized boolean spend(String channelId, int messages) {
    long limit = limits.getOrDefault(channelId, Long.MAX_VALUE);
    if (used(channelId) + messages > limit) {
      return false;
    }
    used.merge(month(channelId), (long) messages, Long::sum);
    return true;
  }

  private String month(String channelId) {
    return channelId + " " + YearMonth.from(clock.instant().atZone(ZONE));
  }
}
