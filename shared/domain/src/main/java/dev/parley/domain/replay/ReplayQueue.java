package dev.parley.domain.replay;

/** The queue of steps that are to be done. */
public interface ReplayQueue {
  void offer(ReplayStep step);
}
