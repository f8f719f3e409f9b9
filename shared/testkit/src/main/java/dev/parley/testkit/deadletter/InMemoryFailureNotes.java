package dev.parley.testkit.deadletter;

import dev.parley.domain.deadletter.FailureNotes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Notes of failures in memory. */
public final class InMemoryFailureNotes implements FailureNotes {
  private final Map<String, Note> notes = new HashMap<>();

  @Override
  public void note(String message, Note note) {
    notes.put(message, note);
  }

  @Override
  public Optional<Note> find(String message) {
    return Optional.ofNullable(notes.get(message));
  }
}
