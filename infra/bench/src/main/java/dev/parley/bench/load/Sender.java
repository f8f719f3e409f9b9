package dev.parley.bench.load;

import dev.parley.bench.system.SignedCall;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends many webhook calls over a bounded number of connections, at full speed or at a pace. */
final class Sender {
  private final URI api;
  private final int connections;
  private final long gapNanos;

  Sender(URI api, int connections) {
    this(api, connections, 0);
  }

  private Sender(URI api, int connections, long gapNanos) {
    this.api = api;
    this.connections = connections;
    this.gapNanos = gapNanos;
  }

  /** Returns one that begins no more than so many calls a second. */
  Sender at(int callsPerSecond) {
    return new Sender(api, connections, 1_000_000_000L / callsPerSecond);
  }

  /**
   * How the calls were taken.
   *
   * @param latencies of each call, in nanoseconds
   * @param refused how many were not answered 200
   * @param nanos from the first call's beginning to the last one's end
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Taken(long[] latencies, int refused, long nanos) {}

  /** Sends all calls: each connection takes the next one when it is answered. */
  Taken send(List<SignedCall> calls) {
    long[] latencies = new long[calls.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        senders.add(
            threads.submit(
                () -> {
                  work(begin, calls, latencies, next, refused);
                  return null;
                }));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
      return new Taken(latencies, refused.get(), System.nanoTime() - begin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A connection broke", e.getCause());
    }
  }

  private void work(
      long start,
      List<SignedCall> calls,
      long[] latencies,
      AtomicInteger next,
      AtomicInteger refused)
      throws IOException, InterruptedException {
    try (Connection connection = new Connection(api)) {
      for (int i = next.getAndIncrement(); i < calls.size(); i = next.getAndIncrement()) {
        TimeUnit.NANOSECONDS.sleep(start + i * gapNanos - System.nanoTime());
        long begin = System.nanoTime();
        int status = connection.send(calls.get(i));
        latencies[i] = System.nanoTime() - begin;
        if (status != 200) {
          refused.incrementAndGet();
        }
      }
    }
  }
}
