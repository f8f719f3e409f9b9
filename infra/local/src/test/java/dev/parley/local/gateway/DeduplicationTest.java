package dev.parley.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeduplicationTest {
  private final AtomicLong now = new AtomicLong(1_000);
  private final Deduplication deduplication = new Deduplication(now::get);

  @Test
  void aMessageIsARepetitionForFiveMinutesOfTheMovedClock() {
    assertEquals("id", sent("q", "g", "id"));
    now.addAndGet(Duration.ofMinutes(5).toMillis() - 1);
    assertEquals("id", sent("q", "g", "id"));

    now.addAndGet(1);
    String later = sent("q", "g", "id");

    assertNotEquals("id", later);
    now.addAndGet(Duration.ofMinutes(4).toMillis());
    assertEquals(later, sent("q", "g", "id"));
    now.addAndGet(Duration.ofMinutes(1).toMillis());
    assertNotEquals(later, sent("q", "g", "id"));
  }

  @Test
  void anotherGroupOrQueueHasItsOwn() {
    sent("q", "g", "id");
    now.addAndGet(Duration.ofMinutes(6).toMillis());

    assertEquals("id", sent("q", "h", "id"));
    assertEquals("id", sent("p", "g", "id"));
    assertEquals("", sent("q", "g", ""));
  }

  private String sent(String queue, String group, String id) {
    ObjectNode message = Json.object().put("MessageGroupId", group);
    if (!id.isEmpty()) {
      message.put("MessageDeduplicationId", id);
    }
    deduplication.apply(queue, message);
    return message.path("MessageDeduplicationId").asText();
  }
}
