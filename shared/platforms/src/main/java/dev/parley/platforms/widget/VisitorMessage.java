package dev.parley.platforms.widget;

import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.JsonWriter;
import java.time.Instant;

/**
 * What a visitor says, as the event that the queue carries and the message keeps: {@code
 * {"type":"message","id":"wgm_…","visitor":"vis_…","sentAt":"…","text":"…"}}.
 *
 * @param id ours, the same when the request is repeated under its key
 * @param sentAt when the request first came
 */
public record VisitorMessage(String id, String visitor, Instant sentAt, String text) {
  static final String TYPE = "type";
  static final String MESSAGE = "message";
  static final String ID = "id";
  static final String VISITOR = "visitor";
  static final String SENT_AT = "sentAt";
  static final String TEXT = "text";

  public RawEvent event() {
    return new RawEvent(id, visitor, JsonWriter.text(this::write));
  }

  private void write(JsonWriter w) {
    w.field(TYPE, MESSAGE)
        .field(ID, id)
        .field(VISITOR, visitor)
        .time(SENT_AT, sentAt)
        .field(TEXT, text);
  }
}
