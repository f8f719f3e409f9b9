package dev.parley.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Json;

/** The depths of queues elsewhere, as they themselves tell them. */
public final class RemoteDepths implements QueueDepths {
  private static final String COUNT = "ApproximateNumberOfMessages";

  private final AwsClient queues;

  public RemoteDepths(AwsClient queues) {
    this.queues = queues;
  }

  @Override
  public Depth depth(String queue) {
    ObjectNode request = Json.object().put("QueueUrl", QueueDepths.url(queue));
    request.putArray("AttributeNames").add("All");
    JsonNode counts = queues.call("AmazonSQS.GetQueueAttributes", request).path("Attributes");
    return new Depth(
        counts.path(COUNT).asLong(),
        counts.path(COUNT + "NotVisible").asLong(),
        counts.path(COUNT + "Delayed").asLong());
  }
}
