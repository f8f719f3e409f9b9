package dev.parley.chat.widget;

import dev.parley.json.JsonWriter;
import dev.parley.platforms.widget.WidgetContents;

/** Messages in the JSON that the widget reads. */
final class ShownMessageJson {
  private ShownMessageJson() {}

  static void write(JsonWriter w, ShownMessage message) {
    w.field("id", message.id().value()).field("direction", message.direction().wireName());
    WidgetContents.write(w, message.content());
    w.time("sentAt", message.sentAt());
  }
}
