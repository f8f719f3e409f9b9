package dev.parley.aws.forward;

import dev.parley.aws.item.Deflated;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.forward.ForwardJob.First;
import dev.parley.domain.forward.ForwardJob.Retell;
import dev.parley.domain.forward.Occurrences.Place;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Jobs as JSON, in the queue of deliveries. */
public final class ForwardJobJson {
  private static final String DELIVERY_ID = "deliveryId";
  private static final String BODY = "body";
  private static final String NAME = "name";

  private ForwardJobJson() {}

  public static String text(ForwardJob job) {
    return JsonWriter.text(
        w -> {
          w.field("merchantId", job.merchantId().value());
          switch (job) {
            case First first -> write(w, first.delivery());
            case Again again -> write(w, again);
            case Retell retell ->
                w.field("partition", retell.place().partition()).field(NAME, retell.place().name());
          }
        });
  }

  private static void write(JsonWriter w, Delivery delivery) {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    w.field(DELIVERY_ID, delivery.id().value());
    write(w, delivery.target());
    w.field("eventId", delivery.eventId())
        .field("type", delivery.type())
        .field("createdAt", delivery.createdAt().toEpochMilli())
        .field(BODY, Base64.getEncoder().encodeToString(Deflated.of(body)));
  }

  private static void write(JsonWriter w, Again again) {
    w.field(DELIVERY_ID, again.id().value());
    write(w, again.target());
    w.field("attempts", again.attempts()).field("dueAt", again.dueAt().toEpochMilli());
  }

  private static void write(JsonWriter w, Target target) {
    switch (target) {
      case Target.Endpoint endpoint -> w.field("endpointId", endpoint.id().value());
      case Target.Forward forward ->
          w.field("channelId", forward.channelId().value()).field("url", forward.url());
    }
  }

  public static ForwardJob read(String text) throws MalformedJson {
    JsonObject json = Json.readObject(text);
    if (json.has(BODY)) {
      return new First(delivery(json));
    }
    return json.has(NAME)
        ? new Retell(new Place(json.requiredText("partition"), json.requiredText(NAME)))
        : new Again(
            merchant(json),
            new DeliveryId(json.requiredText(DELIVERY_ID)),
            target(json),
            number(json, "attempts"),
            time(json, "dueAt"));
  }

  private static Delivery delivery(JsonObject json) throws MalformedJson {
    byte[] body = Deflated.inflate(Base64.getDecoder().decode(json.requiredText(BODY)));
    return Delivery.of(
        merchant(json),
        target(json),
        json.requiredText("eventId"),
        json.requiredText("type"),
        time(json, "createdAt"),
        new String(body, StandardCharsets.UTF_8));
  }

  private static MerchantId merchant(JsonObject json) {
    return new MerchantId(json.requiredText("merchantId"));
  }

  private static Target target(JsonObject json) {
    String endpoint = json.text("endpointId");
    return endpoint == null
        ? new Target.Forward(
            new ChannelId(json.requiredText("channelId")), json.requiredText("url"))
        : new Target.Endpoint(new EndpointId(endpoint));
  }

  private static Instant time(JsonObject json, String name) throws MalformedJson {
    return Instant.ofEpochMilli(number(json, name));
  }

  private static long number(JsonObject json, String name) throws MalformedJson {
    Long number = json.longValue(name);
    if (number == null) {
      throw new MalformedJson("there is no " + name);
    }
    return number;
  }
}
