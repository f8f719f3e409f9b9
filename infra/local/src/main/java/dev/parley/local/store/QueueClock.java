package dev.parley.local.store;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.elasticmq.util.NowProvider;

/**
 * The time that delays and visibility run by: the real one, plus what the functions' clock was
 * moved forward. It never goes back, so a message that was due stays due.
 */
public final class QueueClock extends NowProvider {
  private final InstantSource real;
  private final AtomicLong ahead = new AtomicLong();

  public QueueClock(InstantSource real) {
    this.real = real;
  }

  public void jump(Duration forward) {
    if (forward.isPositive()) {
      ahead.addAndGet(forward.toMillis());
    }
  }

  /** Milliseconds that it runs ahead of the real time. */
  public long ahead() {
    return ahead.get();
  }

  @Override
  public long nowMillis() {
    return real.millis() + ahead.get();
  }

  /**
   * The real one alone: by this ElasticMQ forgets what a FIFO queue has taken, and by the real one
   * it has noted when that was.
   */
  @Override
  public OffsetDateTime now() {
    return real.instant().atOffset(ZoneOffset.UTC);
  }
}
