package dev.parley.domain.forward;

import java.util.List;

/**
 * The queue of deliveries. Of one target a few are tried at once, and of one merchant some more,
 * whatever waits for it; those of other merchants don't wait for them.
 */
public interface ForwardQueue {
  /** Queues the jobs; returns those that were not taken. */
  List<ForwardJob> offer(List<ForwardJob> jobs);
}
