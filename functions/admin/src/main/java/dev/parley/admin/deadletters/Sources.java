package dev.parley.admin.deadletters;

import dev.parley.domain.deadletter.DeadLetter.Kind;
import java.util.Map;

/**
 * The dead-letter queues, by their names.
 *
 * @param byQueue what lies in each
 */
public record Sources(Map<String, Source> byQueue) {
  /**
   * What lies in a dead-letter queue.
   *
   * @param attempts after how many deliveries it was given up; 0 when the message itself says
   */
  public record Source(Kind kind, int attempts) {}

  public Sources {
    byQueue = Map.copyOf(byQueue);
  }

  Source of(String queue) {
    Source source = byQueue.get(queue);
    if (source == null) {
      throw new IllegalStateException("Nobody knows what lies in " + queue);
    }
    return source;
  }
}
