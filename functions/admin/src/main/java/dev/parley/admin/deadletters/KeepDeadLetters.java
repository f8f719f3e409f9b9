package dev.parley.admin.deadletters;

import dev.parley.admin.deadletters.Sources.Source;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.FailureNotes.Note;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.domain.id.Ulids;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps each message that a queue gave up as a letter, once however often it is delivered. */
public final class KeepDeadLetters {
  private static final String SILENT =
      "Nobody could note why: the function crashed, took too long, or was cut off from its tables.";

  private final DeadLetters letters;
  private final FailureNotes notes;
  private final Sources sources;
  private final StreamLetters streamLetters;
  private final InstantSource clock;

  public KeepDeadLetters(
      DeadLetters letters,
      FailureNotes notes,
      Sources sources,
      StreamLetters streamLetters,
      InstantSource clock) {
    this.letters = letters;
    this.notes = notes;
    this.sources = sources;
    this.streamLetters = streamLetters;
    this.clock = clock;
  }

  /** Returns the letters that were not kept before. */
  public List<DeadLetter> keep(GivenUp message) {
    Source source = sources.of(message.queue());
    JsonObject body = body(message);
    return subjects(source, message, body).stream()
        .flatMap(subject -> kept(message, subject).stream())
        .toList();
  }

  private List<Subject> subjects(Source source, GivenUp message, JsonObject body) {
    return switch (source.kind()) {
      case ORDER, EVENT -> streamLetters.in(source.kind(), message, body);
      case INBOUND_EVENT, OUTBOUND_MESSAGE, CLICK, REPLAY_STEP, DELIVERY ->
          List.of(Subject.of(source, message, body));
    };
  }

  private Optional<DeadLetter> kept(GivenUp message, Subject subject) {
    DeadLetter letter = letter(message, subject);
    Original original = subject.retry() == null ? message.original() : subject.retry();
    return letters.keep(letter, original) ? Optional.of(letter) : Optional.empty();
  }

  /** A body that can't be read is kept as well: it tells nothing, not even whose it is. */
  private static JsonObject body(GivenUp message) {
    try {
      return Json.readObject(message.original().body());
    } catch (MalformedJson e) {
      return JsonObject.EMPTY;
    }
  }

  private DeadLetter letter(GivenUp message, Subject subject) {
    Note note =
        notes
            .find(subject.notedAs())
            .orElseGet(() -> new Note(clock.instant(), subject.orElse(SILENT)));
    return new DeadLetter(
        id(message, subject),
        subject.merchantId(),
        subject.kind(),
        subject.about(),
        note.at(),
        subject.attempts(),
        note.reason(),
        null);
  }

  private static DeadLetterId id(GivenUp message, Subject subject) {
    return new DeadLetterId(
        "dlt_" + Ulids.named(message.queue() + "\n" + message.messageId() + "\n" + subject.part()));
  }
}
