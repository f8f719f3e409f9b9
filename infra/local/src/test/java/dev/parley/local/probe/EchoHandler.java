package dev.parley.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.local.gateway.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers with its event, its variables and its clock, or does what the body says. */
public final class EchoHandler implements RequestStreamHandler {
  private final RuntimeEnvironment environment = RuntimeEnvironment.current();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = Json.parse(in.readAllBytes());
    switch (event.path("body").asText()) {
      case "throw" -> throw new IllegalStateException("as asked");
      case "hang" -> hang();
      default -> out.write(Json.bytes(answer(event, context)));
    }
  }

  private static void hang() throws IOException {
    try {
      if (new CountDownLatch(1).await(1, TimeUnit.MINUTES)) {
        throw new IOException("never");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private ObjectNode answer(JsonNode event, Context context) {
    ObjectNode body = Json.object();
    body.set("event", event);
    environment.variables().forEach(body.putObject("variables")::put);
    body.put("now", environment.clock().instant().toString());
    body.put("remainingMillis", context.getRemainingTimeInMillis());
    ObjectNode answer = Json.object().put("statusCode", 201);
    answer.putObject("headers").put("Content-Type", "application/json").put("x-probe", "1");
    answer.putArray("cookies").add("a=1").add("b=2");
    return answer.put("body", body.toString());
  }
}
