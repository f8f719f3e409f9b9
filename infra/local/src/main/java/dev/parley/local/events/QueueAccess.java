package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Faults;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.Meter;
import dev.parley.local.gateway.SqsService;
import dev.parley.local.store.QueueDepths;
import java.util.ArrayList;
import java.util.List;

/** One queue as Lambda's pollers use it: they receive, delete and give back, and are metered. */
final class QueueAccess {
  static final int MOST_AT_ONCE = 10;
  private static final String DELETE = "DeleteMessageBatch";

  private final AwsClient queues;
  private final SqsService numbering;
  private final Meter meter;
  private final Faults faults;
  private final String url;
  private final String consumer;

  /**
   * @param consumer the function that the calls are counted for
   */
  QueueAccess(
      AwsClient queues,
      SqsService numbering,
      Meter meter,
      Faults faults,
      String queue,
      String consumer) {
    this.queues = queues;
    this.numbering = numbering;
    this.meter = meter;
    this.faults = faults;
    this.url = QueueDepths.url(queue);
    this.consumer = consumer;
  }

  /** Returns what is visible, as many as asked for and no more than ten. */
  List<JsonNode> receive(int most) {
    ObjectNode request = request().put("MaxNumberOfMessages", Math.min(most, MOST_AT_ONCE));
    request.putArray("MessageAttributeNames").add("All");
    request.putArray("MessageSystemAttributeNames").add("All");
    request.putArray("AttributeNames").add("All");
    ObjectNode answer = (ObjectNode) queues.call("AmazonSQS.ReceiveMessage", request);
    List<JsonNode> messages = new ArrayList<>();
    numbering.number(answer).path("Messages").forEach(messages::add);
    if (!messages.isEmpty()) {
      meter.call("sqs:ReceiveMessage", consumer);
    }
    return messages;
  }

  private ObjectNode request() {
    return Json.object().put("QueueUrl", url);
  }

  /** A fault set for it leaves the messages in the queue: they are delivered once more. */
  void delete(List<JsonNode> messages) {
    if (messages.isEmpty() || faults.strike("sqs", DELETE, consumer).isPresent()) {
      return;
    }
    inBatches(DELETE, messages);
  }

  /** Makes the messages visible at once. */
  void giveBack(List<JsonNode> messages) {
    inBatches("ChangeMessageVisibilityBatch", messages);
  }

  private void inBatches(String operation, List<JsonNode> messages) {
    for (int from = 0; from < messages.size(); from += MOST_AT_ONCE) {
      ObjectNode request = request();
      ArrayNode entries = request.putArray("Entries");
      int to = Math.min(messages.size(), from + MOST_AT_ONCE);
      for (JsonNode message : messages.subList(from, to)) {
        ObjectNode entry = entries.addObject().put("Id", Integer.toString(entries.size()));
        entry.set("ReceiptHandle", message.path("ReceiptHandle"));
        if (operation.startsWith("Change")) {
          entry.put("VisibilityTimeout", 0);
        }
      }
      queues.call("AmazonSQS." + operation, request);
      meter.call("sqs:" + operation, consumer);
    }
  }
}
