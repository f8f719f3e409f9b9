package dev.parley.sandbox.line;

import dev.parley.sandbox.line.ApiGate.Call;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;

/** The endpoints of the data API: the files that customers sent. */
final class DataRoutes {
  private final LineWorld world;

  DataRoutes(LineWorld world) {
    this.world = world;
  }

  void addTo(Routes routes, ApiGate gate) {
    String content = "/v2/bot/message/{messageId}/content";
    routes.on("GET", content, gate.guard("content", this::content));
    routes.on("GET", content + "/preview", gate.guard("content", this::content));
    routes.on("GET", content + "/transcoding", gate.guard("content", this::transcoding));
  }

  private Response content(Call call) {
    return world
        .contents()
        .find(call.request().value("messageId"))
        .map(content -> Response.of(200, content.type(), content.bytes()))
        .orElseGet(() -> Response.message(404, "Not found"));
  }

  private Response transcoding(Call call) {
    return world.contents().find(call.request().value("messageId")).isPresent()
        ? Response.json(200, Json.object().put("status", "succeeded"))
        : Response.message(404, "Not found");
  }
}
