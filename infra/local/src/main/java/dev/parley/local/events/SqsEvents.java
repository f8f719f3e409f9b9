package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import java.util.List;
import java.util.Map;

/** Messages as Lambda hands them to a function, and the partial failures that it answers. */
final class SqsEvents {
  private static final List<String> TIMES =
      List.of("SentTimestamp", "ApproximateFirstReceiveTimestamp");

  private SqsEvents() {}

  /**
   * Builds the event.
   *
   * @param shiftMillis what the functions' clock is ahead of the queues'
   */
  static ObjectNode event(
      List<JsonNode> messages, String queueArn, String region, long shiftMillis) {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    for (JsonNode message : messages) {
      ObjectNode record = records.addObject();
      record.set("messageId", message.path("MessageId"));
      record.set("receiptHandle", message.path("ReceiptHandle"));
      record.set("body", message.path("Body"));
      record.set("attributes", attributes(message.path("Attributes"), shiftMillis));
      record.set("messageAttributes", messageAttributes(message.path("MessageAttributes")));
      record.set("md5OfBody", message.path("MD5OfBody"));
      if (message.has("MD5OfMessageAttributes")) {
        record.set("md5OfMessageAttributes", message.path("MD5OfMessageAttributes"));
      }
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", queueArn);
      record.put("awsRegion", region);
    }
    return event;
  }

  private static ObjectNode attributes(JsonNode attributes, long shiftMillis) {
    ObjectNode shifted = attributes.deepCopy();
    for (String time : TIMES) {
      if (shifted.has(time)) {
        shifted.put(time, Long.toString(shifted.path(time).asLong() + shiftMillis));
      }
    }
    return shifted;
  }

  private static ObjectNode messageAttributes(JsonNode attributes) {
    ObjectNode all = Json.object();
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      ObjectNode one = all.putObject(attribute.getKey());
      copy(attribute.getValue(), "StringValue", one, "stringValue");
      copy(attribute.getValue(), "BinaryValue", one, "binaryValue");
      one.putArray("stringListValues");
      one.putArray("binaryListValues");
      one.set("dataType", attribute.getValue().path("DataType"));
    }
    return all;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.has(name)) {
      to.set(as, from.path(name));
    }
  }
}
