package dev.parley.aws.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.FailureNotes.Note;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.deadletter.DeadLettersContractTest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeadLettersIT extends DeadLettersContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String table = "";

  @BeforeAll
  static void makeTable() {
    table = AWS.table(Map.of("byTime", "listPk listSk"));
  }

  @Override
  protected DeadLetters letters(InstantSource clock) {
    return new DynamoDeadLetters(AWS.dynamo(), table, clock);
  }

  @Test
  void theLastNoteOfAMessageIsFound() {
    FailureNotes notes = new DynamoFailureNotes(AWS.dynamo(), table);
    Note last = new Note(Instant.parse("2026-11-24T12:00:00.123Z"), "not now");

    notes.note("m-1", new Note(Instant.EPOCH, "first"));
    notes.note("m-1", last);

    assertEquals(Optional.of(last), notes.find("m-1"));
    assertEquals(Optional.empty(), notes.find("m-2"));
  }
}
