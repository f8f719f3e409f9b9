package dev.parley.local.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time that functions, expiries and schedules see: the real one until it is moved. */
public final class MovableClock implements InstantSource {
  private final InstantSource real;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public MovableClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset.get());
  }

  void advance(Duration by) {
    offset.updateAndGet(before -> before.plus(by));
  }

  void set(Instant to) {
    offset.set(Duration.between(real.instant(), to));
  }

  void reset() {
    offset.set(Duration.ZERO);
  }
}
