package dev.parley.chat.forward;

import dev.parley.aws.forward.TargetHealthJson;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.json.JsonWriter;

/** Endpoints in the JSON that owners read; the secret is in none but the answer that makes one. */
final class EndpointJson {
  private EndpointJson() {}

  static void write(JsonWriter w, WebhookEndpoint endpoint) {
    w.field("id", endpoint.id().value())
        .field("url", endpoint.url())
        .texts("events", endpoint.events());
    TargetHealthJson.write(w, endpoint.health());
    w.time("createdAt", endpoint.createdAt());
  }
}
