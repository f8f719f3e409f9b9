package dev.parley.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Closes what was begun, the last first, unless all went well. */
final class Cleanup implements AutoCloseable {
  private final Deque<Runnable> begun = new ArrayDeque<>();

  <T> T keep(T resource, Consumer<T> close) {
    begun.push(() -> close.accept(resource));
    return resource;
  }

  void done() {
    begun.clear();
  }

  @Override
  public void close() {
    begun.forEach(Runnable::run);
  }
}
