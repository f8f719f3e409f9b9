package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.id.Ulids;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells for how long FIFO queues take a message for another's repetition, by the moved clock.
 * ElasticMQ counts the five minutes by the machine's; what is sent later by the moved one gets
 * another deduplication id.
 */
final class Deduplication {
  private static final String ID = "MessageDeduplicationId";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST = 100_000;

  private final LongSupplier nowMillis;
  private final Map<String, Sent> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
          return size() > MOST;
        }
      };

  Deduplication(LongSupplier nowMillis) {
    this.nowMillis = nowMillis;
  }

  private record Sent(long at, int times) {}

  /** Gives the message, or the entry of a batch, the id that ElasticMQ is to know it by. */
  synchronized void apply(String queue, ObjectNode message) {
    String id = message.path(ID).asText();
    if (id.isEmpty()) {
      return;
    }
    long now = nowMillis.getAsLong();
    String key = queue + "\n" + message.path("MessageGroupId").asText() + "\n" + id;
    Sent before = known.get(key);
    Sent sent = before;
    if (before == null || now - before.at() >= WINDOW.toMillis()) {
      sent = new Sent(now, before == null ? 0 : before.times() + 1);
      known.remove(key);
      known.put(key, sent);
    }
    if (sent != null && sent.times() > 0) {
      message.put(ID, Ulids.named(id + "\n" + sent.times()));
    }
  }
}
