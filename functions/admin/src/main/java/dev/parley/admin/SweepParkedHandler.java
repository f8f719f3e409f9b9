package dev.parley.admin;

import dev.parley.admin.parking.SweepParked;
import dev.parley.aws.event.EventHandler;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Queues parked events and clicks, each minute. */
public final class SweepParkedHandler extends EventHandler {
  @Inject SweepParked sweeping;

  @Override
  protected Consumer<JsonWriter> handle(JsonObject event) {
    int queued = sweeping.sweep();
    return w -> w.field("queued", queued);
  }
}
