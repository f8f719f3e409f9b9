package dev.parley.chat;

import dev.parley.aws.chat.OccurrenceItems;
import dev.parley.aws.stream.StreamHandler;
import dev.parley.chat.forward.TellEvents;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Makes events of what changed among messages and contacts, for the endpoints that want them. */
public final class CollectEventsHandler extends StreamHandler {
  @Inject TellEvents telling;

  @Override
  protected Consumer<Change> begin() {
    TellEvents.Batch batch = telling.batch();
    return change ->
        OccurrenceItems.of(change.before(), change.after(), change.at()).ifPresent(batch::tell);
  }
}
