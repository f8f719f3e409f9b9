package dev.parley.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.local.gateway.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Notes each stream record and each tick. */
public final class WatchHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = Json.parse(in.readAllBytes());
    event.path("Records").forEach(Seen.CHANGES::add);
    if (event.has("tick")) {
      Seen.TICKS.add(event.path("tick").asText());
    }
    out.write(Json.bytes(Json.object().put("done", true)));
  }
}
