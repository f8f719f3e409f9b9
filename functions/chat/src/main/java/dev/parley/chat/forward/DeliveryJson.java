package dev.parley.chat.forward;

import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Try;
import dev.parley.domain.forward.Target;
import dev.parley.json.JsonWriter;

/** Deliveries in the JSON that owners read, without what was delivered. */
final class DeliveryJson {
  private DeliveryJson() {}

  static void write(JsonWriter w, Delivery delivery) {
    w.field("id", delivery.id().value())
        .field("eventId", delivery.eventId())
        .field("type", delivery.type());
    switch (delivery.target()) {
      case Target.Endpoint endpoint -> w.field("endpointId", endpoint.id().value());
      case Target.Forward forward ->
          w.field("channelId", forward.channelId().value()).field("url", forward.url());
    }
    Delivery.Progress progress = delivery.progress();
    w.field("status", progress.status().wireName())
        .field("attempts", progress.attempts())
        .time("createdAt", delivery.createdAt())
        .time("nextTryAt", progress.dueAt());
    Try last = progress.lastTry();
    if (last == null) {
      w.put("lastTry", null);
    } else {
      w.object(
          "lastTry",
          t -> t.time("at", last.at()).put("status", last.status()).field("reason", last.reason()));
    }
  }
}
