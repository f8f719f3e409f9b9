package dev.parley.domain.attribution;

import java.util.List;

/** Where clicks wait to be recorded. */
public interface ClickQueue {
  /** Queues the clicks; returns those that were not taken. */
  List<Click> offer(List<Click> clicks);
}
