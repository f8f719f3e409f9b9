package dev.parley.chat;

import dev.parley.aws.chat.OccurrenceItems;
import dev.parley.aws.stream.StreamHandler;
import dev.parley.chat.forward.TellEvents;
import jakarta.inject.Inject;

/** Makes events of what changed among messages and contacts, for the endpoints that want them. */
public final class CollectEventsHandler extends StreamHandler {
  @Inject TellEvents telling;

  @Override
  protected void handle(Change change) {
    OccurrenceItems.of(change.before(), change.after(), change.at()).ifPresent(telling::tell);
  }
}
