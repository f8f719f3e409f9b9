package dev.parley.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends the messages in its body, {@code [{id, group, text}]}, one by one. */
public final class SendHandler implements RequestStreamHandler {
  private final Aws aws = Aws.current();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String body = Json.parse(in.readAllBytes()).path("body").asText();
    for (JsonNode message : Json.parse(body.getBytes(StandardCharsets.UTF_8))) {
      ObjectNode request =
          Json.object()
              .put("QueueUrl", aws.environment().required("ORDERED_QUEUE_URL"))
              .put("MessageBody", message.toString())
              .put("MessageGroupId", message.path("group").asText())
              .put("MessageDeduplicationId", message.path("id").asText());
      aws.call("AmazonSQS.SendMessage", request);
    }
    out.write(Json.bytes(Json.object().put("statusCode", 202)));
  }
}
