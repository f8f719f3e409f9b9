package dev.parley.aws.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.probe.CountingHandler;
import dev.parley.probe.Invocations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueHandlerTest {
  private final CountingHandler handler =
      Invocations.handler(CountingHandler.class, CountingHandler::new);

  @Test
  void handlesTheNeighboursOfARecordThatFails() throws IOException {
    List<String> failed =
        invoke(record("1", "", "a"), record("2", "", "never"), record("3", "", "b"));

    assertEquals(List.of("2"), failed);
    assertEquals(List.of("a@1", "b@3"), handler.handled());
  }

  @Test
  void holdsWhatFollowsAFailureInItsGroupOnly() throws IOException {
    List<String> failed =
        invoke(
            record("1", "x", "later"),
            record("2", "y", "a"),
            record("3", "x", "b"),
            record("4", "y", "c"));

    assertEquals(List.of("1", "3"), failed);
    assertEquals(List.of("a@2", "c@4"), handler.handled());
  }

  @Test
  void reportsARecordThatIsNotJson() throws IOException {
    JsonObject broken = new JsonObject(Map.of("messageId", "1", "body", "{"));

    List<String> failed = invoke(broken, record("2", "", "a"));

    assertEquals(List.of("1"), failed);
    assertEquals(List.of("a@2"), handler.handled());
  }

  private List<String> invoke(JsonObject... records) throws IOException {
    String event = JsonWriter.text(w -> w.put("Records", List.of(records)));
    return Invocations.invoke(handler, event).objects("batchItemFailures").stream()
        .map(item -> item.requiredText("itemIdentifier"))
        .toList();
  }

  private static JsonObject record(String id, String group, String say) {
    return new JsonObject(
        Map.of(
            "messageId",
            id,
            "body",
            JsonWriter.text(w -> w.field("say", say)),
            "attributes",
            Map.of("ApproximateReceiveCount", "1", "MessageGroupId", group, "SequenceNumber", id)));
  }
}
