package dev.parley.aws.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.FailureNotes.Note;
import dev.parley.domain.fault.TransientFault;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.probe.CountingHandler;
import dev.parley.probe.Invocations;
import dev.parley.testkit.deadletter.InMemoryFailureNotes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  void holdsNothingBehindAMessageThatItsQueueGivesUp() throws IOException {
    List<String> failed = invoke(record("1", "x", "never", 3), record("2", "x", "a", 3));

    assertEquals(List.of("1"), failed);
    assertEquals(List.of("a@2"), handler.handled());
  }

  @Test
  void notesWhyTheLastDeliveryFailedAndNoneBefore() throws IOException {
    InMemoryFailureNotes notes = noted();

    invoke(record("1", "", "never", 2), record("2", "", "never", 3), record("3", "", "later", 4));

    assertEquals(Optional.empty(), notes.find("1"));
    assertEquals(Optional.of(new Note(Invocations.NOW, "not ever")), notes.find("2"));
    assertEquals(Optional.of(new Note(Invocations.NOW, "not now")), notes.find("3"));
  }

  @Test
  void notesOfAFaultNobodyNamedItsKindAndPlaceAlone() throws IOException {
    InMemoryFailureNotes notes = noted();

    invoke(record("1", "", "broken", 3));

    String reason = notes.find("1").orElseThrow().reason();
    assertTrue(
        reason.startsWith("IllegalStateException in dev.parley.probe.CountingHandler"), reason);
  }

  @Test
  void notesThatAMessageWasHeldUpToItsEnd() throws IOException {
    InMemoryFailureNotes notes = noted();

    List<String> failed = invoke(record("1", "x", "later", 1), record("2", "x", "a", 3));

    assertEquals(List.of("1", "2"), failed);
    assertEquals(
        "A message of its group that came before it failed.",
        notes.find("2").orElseThrow().reason());
  }

  @Test
  void reportsTheFailureWhenItCanNotBeNoted() throws IOException {
    noteIn(new CutOffNotes());

    List<String> failed = invoke(record("1", "", "never", 3), record("2", "", "a", 3));

    assertEquals(List.of("1"), failed);
    assertEquals(List.of("a@2"), handler.handled());
  }

  private InMemoryFailureNotes noted() {
    InMemoryFailureNotes notes = new InMemoryFailureNotes();
    noteIn(notes);
    return notes;
  }

  @SuppressWarnings("UnnecessaryAssignment") // in place of the table's
  private void noteIn(FailureNotes notes) {
    QueueHandler<String> base = handler;
    base.notes = notes;
  }

  private static final class CutOffNotes implements FailureNotes {
    @Override
    public void note(String message, Note note) {
      throw new TransientFault("no table");
    }

    @Override
    public Optional<Note> find(String message) {
      return Optional.empty();
    }
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
    return record(id, group, say, 1);
  }

  private static JsonObject record(String id, String group, String say, int receives) {
    return new JsonObject(
        Map.of(
            "messageId",
            id,
            "body",
            JsonWriter.text(w -> w.field("say", say)),
            "attributes",
            Map.of(
                "ApproximateReceiveCount",
                String.valueOf(receives),
                "MessageGroupId",
                group,
                "SequenceNumber",
                id)));
  }
}
