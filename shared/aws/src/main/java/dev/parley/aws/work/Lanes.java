package dev.parley.aws.work;

import dev.parley.domain.fault.TransientFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things, a few at once, on virtual threads. */
public final class Lanes {
  private Lanes() {}

  /** Returns the results in the order of the things, as {@link #all} does. */
  public static <T, R> List<R> map(List<T> things, int atOnce, Function<T, R> work) {
    List<Callable<R>> parts = new ArrayList<>();
    things.forEach(thing -> parts.add(() -> work.apply(thing)));
    return all(parts, atOnce);
  }

  /**
   * Returns the results in the order of the parts; the first fault ends the work that has not
   * begun, and is thrown as what it is.
   */
  public static <R> List<R> all(List<Callable<R>> parts, int atOnce) {
    try (ExecutorService lanes =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      List<Future<R>> futures = parts.stream().map(lanes::submit).toList();
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
