package dev.parley.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** How long many things took, in nanoseconds. */
public final class Timings {
  private static final double MILLION = 1e6;

  private final long[] sorted;

  private Timings(long[] sorted) {
    this.sorted = sorted;
  }

  public static Timings of(Collection<Long> nanos) {
    return new Timings(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  public static Timings of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Timings(sorted);
  }

  /** Returns the time in milliseconds that the share of all things stayed within. */
  public double percentile(double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / MILLION;
  }

  public double max() {
    return percentile(1);
  }

  /** Returns milliseconds as tables show them. */
  public static String shown(double millis) {
    return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%.0f", millis);
  }
}
