package dev.parley.aws.catalog;

import dev.parley.domain.fault.TransientFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things, a few at once, on virtual threads. */
final class Lanes {
  private Lanes() {}

  /**
   * Returns the results in the order of the things; the first fault ends the work that has not
   * begun.
   */
  static <T, R> List<R> map(List<T> things, int atOnce, Function<T, R> work) {
    try (ExecutorService lanes =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      List<Future<R>> futures = new ArrayList<>();
      things.forEach(thing -> futures.add(lanes.submit(() -> work.apply(thing))));
      try {
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
          results.add(future.get());
        }
        return results;
      } catch (ExecutionException e) {
        lanes.shutdownNow();
        throw fault(e);
      } catch (InterruptedException e) {
        lanes.shutdownNow();
        Thread.currentThread().interrupt();
        throw new TransientFault("Interrupted while waiting", e);
      }
    }
  }

  private static RuntimeException fault(ExecutionException e) {
    return e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
  }
}
