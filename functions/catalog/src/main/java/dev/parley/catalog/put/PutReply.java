package dev.parley.catalog.put;

import dev.parley.catalog.put.PutOutcome.Kept;
import dev.parley.catalog.put.PutOutcome.Rejected;
import dev.parley.domain.catalog.Catalogue.Change;
import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The reply to a bulk request: what became of each item, and of how many. */
public final class PutReply {
  private PutReply() {}

  /** Writes the reply's fields. */
  public static void write(JsonWriter w, List<PutOutcome> outcomes) {
    w.objects(
        "items",
        IntStream.range(0, outcomes.size()).boxed().toList(),
        (item, index) -> item(item, index, outcomes.get(index)));
    for (Change change : Change.values()) {
      count(w, change.name().toLowerCase(Locale.ROOT), outcomes);
    }
    count(w, Rejected.NAME, outcomes);
  }

  private static void item(JsonWriter w, int index, PutOutcome outcome) {
    @Nullable String id = outcome instanceof Kept kept ? kept.id().value() : null;
    w.field("index", index).field("id", id).field("outcome", outcome.name());
    if (outcome instanceof Rejected rejected) {
      w.objects(
          "errors",
          rejected.errors(),
          (e, error) -> e.field("pointer", error.pointer()).field("detail", error.detail()));
    }
  }

  private static void count(JsonWriter w, String name, List<PutOutcome> outcomes) {
    w.field(name, outcomes.stream().filter(outcome -> outcome.name().equals(name)).count());
  }
}
