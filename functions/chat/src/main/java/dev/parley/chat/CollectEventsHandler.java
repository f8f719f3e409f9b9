package dev.parley.chat;

import dev.parley.aws.chat.OccurrenceItems;
import dev.parley.aws.stream.StreamHandler;
import dev.parley.chat.forward.TellEvents;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes events of what changed among messages and contacts, for the endpoints that want them. */
public final class CollectEventsHandler extends StreamHandler {
  @Inject TellEvents telling;
  private TellEvents.@Nullable Batch batch;

  @Override
  protected void begin() {
    batch = telling.batch();
  }

  @Override
  protected void handle(Change change) {
    TellEvents.Batch begun = Objects.requireNonNull(batch);
    OccurrenceItems.of(change.before(), change.after(), change.at()).ifPresent(begun::tell);
  }
}
