package dev.parley.referral.reports;

import dev.parley.domain.fault.TransientFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does what mostly waits for tables a few at a time. */
final class AtOnce {
  private static final int MOST = 16;

  private AtOnce() {}

  /** Returns the results of all parts, in their order. */
  static <T> List<T> all(List<Callable<List<T>>> parts) {
    List<T> results = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(MOST, Thread.ofVirtual().factory())) {
      for (Future<List<T>> part : executor.invokeAll(parts)) {
        results.addAll(part.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientFault("Interrupted while facts were read", e);
    } catch (ExecutionException e) {
      throw new TransientFault("Facts could not be read", e.getCause());
    }
  }
}
