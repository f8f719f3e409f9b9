package dev.parley.admin.deadletters;

import dev.parley.aws.forward.ForwardJobJson;
import dev.parley.domain.attribution.OrderChanges.Batch;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Occurrences.Place;
import dev.parley.domain.forward.ToldChanges;
import dev.parley.domain.forward.ToldChanges.ToldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages and contacts behind a stretch of their streams, of which no event was made. */
public final class EventLetters {
  static final String GONE =
      "The stream no longer holds what changed: endpoints are not told of it, the API shows it.";

  private static final String CONTACT = "C";

  private final ToldChanges changes;

  public EventLetters(ToldChanges changes) {
    this.changes = changes;
  }

  /** Returns what changed, each once; nothing when that can't be told any more. */
  List<Subject> in(Batch batch, int attempts) {
    Map<Place, Subject> places = new LinkedHashMap<>();
    for (ToldChange change : changes.in(batch)) {
      places.putIfAbsent(change.place(), subject(change, attempts));
    }
    return List.copyOf(places.values());
  }

  /** A retry tells what the place holds then, under the event's own id. */
  private static Subject subject(ToldChange change, int attempts) {
    Place place = change.place();
    String retell = ForwardJobJson.text(new ForwardJob.Retell(place));
    return new Subject(
        Kind.EVENT,
        place.merchantId(),
        about(place),
        attempts,
        place.partition() + "#" + place.name(),
        change.sequenceNumber(),
        null,
        new Original(retell, "retell"));
  }

  private static Map<String, String> about(Place place) {
    String within = place.partition().substring(place.partition().indexOf('#') + 1);
    return place.name().equals(CONTACT)
        ? Map.of("contactId", within)
        : Map.of("conversationId", within, "messageId", place.name());
  }
}
