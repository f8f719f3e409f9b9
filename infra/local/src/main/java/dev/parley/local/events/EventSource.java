package dev.parley.local.events;

/** Something that waits for work in a thread of its own and invokes a function with it. */
public interface EventSource extends Runnable {
  /** Whether nothing waits that only it knows of. */
  boolean quiet();

  /** Takes no more work, and returns when what was begun is done. */
  void stop();
}
