package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** SQS: the queues behind, with sequence numbers as AWS writes them. */
public final class SqsService implements AwsService {
  private static final Set<String> READ_ONLY =
      Set.of("GetQueueUrl", "GetQueueAttributes", "ListQueues", "ListQueueTags");
  private static final int NUMBER_DIGITS = 10;

  private final AwsClient queues;
  private final QueueTraffic traffic;

  /** What sequence numbers begin with, so that they go on rising after a restart. */
  private final String era;

  public SqsService(AwsClient queues, QueueTraffic traffic, long startedSecond) {
    this.queues = queues;
    this.traffic = traffic;
    this.era = String.format(Locale.ROOT, "%010d", startedSecond);
  }

  @Override
  public Answer answer(String operation, byte[] body) {
    Reply reply = queues.send("AmazonSQS." + operation, body);
    if (!reply.ok()) {
      return Answer.of(reply);
    }
    JsonNode request = Json.tryParse(body).orElseGet(Json::object);
    if (!READ_ONLY.contains(operation)) {
      announce(operation, request);
    }
    return Answer.of(numbered(reply));
  }

  private void announce(String operation, JsonNode request) {
    String url = request.path("QueueUrl").asText();
    String queue = url.substring(url.lastIndexOf('/') + 1);
    switch (operation) {
      case "SendMessage" -> due(queue, request.path("DelaySeconds"));
      case "ChangeMessageVisibility" -> due(queue, request.path("VisibilityTimeout"));
      case "SendMessageBatch" ->
          request.path("Entries").forEach(one -> due(queue, one.path("DelaySeconds")));
      case "ChangeMessageVisibilityBatch" ->
          request.path("Entries").forEach(one -> due(queue, one.path("VisibilityTimeout")));
      default -> {}
    }
    traffic.changed(queue);
  }

  private void due(String queue, JsonNode seconds) {
    if (seconds.asLong() > 0) {
      traffic.dueAfter(queue, Duration.ofSeconds(seconds.asLong()));
    }
  }

  private Reply numbered(Reply reply) {
    return Json.tryParse(reply.body())
        .filter(answer -> answer instanceof ObjectNode)
        .map(answer -> number((ObjectNode) answer))
        .map(answer -> new Reply(reply.status(), reply.headers(), Json.bytes(answer)))
        .orElse(reply);
  }

  /** Rewrites each sequence number in what SQS answered to 20 digits. */
  public ObjectNode number(ObjectNode answer) {
    pad(answer);
    answer.path("Successful").forEach(this::pad);
    answer.path("Messages").forEach(message -> pad(message.path("Attributes")));
    return answer;
  }

  private void pad(JsonNode node) {
    String number = node.path("SequenceNumber").asText();
    if (!number.isEmpty() && number.length() <= NUMBER_DIGITS) {
      ((ObjectNode) node)
          .put("SequenceNumber", era + "0".repeat(NUMBER_DIGITS - number.length()) + number);
    }
  }
}
