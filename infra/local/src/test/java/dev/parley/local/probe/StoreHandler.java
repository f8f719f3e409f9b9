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
import java.util.HashSet;
import java.util.Set;

/** Writes each message as an item, and notes the order in which it got them. */
public final class StoreHandler implements RequestStreamHandler {
  private final Aws aws = Aws.current();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    ObjectNode answer = Json.object();
    var failures = answer.putArray("batchItemFailures");
    Set<String> failedGroups = new HashSet<>();
    for (JsonNode record : Json.parse(in.readAllBytes()).path("Records")) {
      JsonNode message = Json.parse(record.path("body").asText().getBytes(StandardCharsets.UTF_8));
      String group = message.path("group").asText();
      Seen.DELIVERIES.add(record);
      if (failedGroups.contains(group) || message.path("text").asText().equals("fail")) {
        failedGroups.add(group);
        failures.addObject().put("itemIdentifier", record.path("messageId").asText());
      } else {
        put(message);
        Seen.STORED.add(group + ":" + message.path("id").asText());
      }
    }
    out.write(Json.bytes(answer));
  }

  private void put(JsonNode message) throws IOException {
    ObjectNode request = Json.object().put("TableName", aws.environment().required("NOTES_TABLE"));
    ObjectNode item = request.putObject("Item");
    item.putObject("pk").put("S", message.path("id").asText());
    if (message.has("expiresAt")) {
      item.putObject("expiresAt").put("N", message.path("expiresAt").asText());
    }
    aws.call("DynamoDB_20120810.PutItem", request);
  }
}
