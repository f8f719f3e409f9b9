package dev.parley.referral.reports;

import dev.parley.aws.work.Lanes;
import java.util.List;
import java.util.concurrent.Callable;

/** Does what mostly waits for tables a few at a time. */
final class AtOnce {
  private static final int MOST = 16;

  private AtOnce() {}

  /** Returns the results of all parts, in their order. */
  static <T> List<T> all(List<Callable<List<T>>> parts) {
    return Lanes.all(parts, MOST).stream().flatMap(List::stream).toList();
  }
}
