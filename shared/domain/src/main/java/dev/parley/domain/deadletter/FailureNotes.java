package dev.parley.domain.deadletter;

import java.time.Instant;
import java.util.Optional;

/** Why messages failed, noted by who saw it for who keeps the dead letter. */
public interface FailureNotes {
  /**
   * Notes the failure; a later note replaces it.
   *
   * @param message the id that the queue or stream gave the message
   */
  void note(String message, Note note);

  Optional<Note> find(String message);

  /**
   * How a delivery failed.
   *
   * @param reason without anything that a person said or is
   */
  record Note(Instant at, String reason) {}
}
