package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** SQS: the queues behind, with sequence numbers as AWS writes them. */
public final class SqsService implements AwsService {
  private static final Set<String> READ_ONLY =
      Set.of("GetQueueUrl", "GetQueueAttributes", "ListQueues", "ListQueueTags");
  private static final int NUMBER_DIGITS = 10;

  private final AwsClient queues;
  private final QueueTraffic traffic;
  private final Deduplication deduplication;

  /** What sequence numbers begin with, so that they go on rising after a restart. */
  private final String era;

  /**
   * @param nowMillis the time that delays and visibility run by
   */
  public SqsService(AwsClient queues, QueueTraffic traffic, LongSupplier nowMillis) {
    this.queues = queues;
    this.traffic = traffic;
    this.deduplication = new Deduplication(nowMillis);
    this.era = String.format(Locale.ROOT, "%010d", nowMillis.getAsLong() / 1000);
  }

  @Override
  public Answer answer(String operation, byte[] body) {
    JsonNode request = Json.tryParse(body).orElseGet(Json::object);
    Reply reply = queues.send("AmazonSQS." + operation, sent(operation, request, body));
    if (!reply.ok()) {
      return Answer.of(reply);
    }
    if (!READ_ONLY.contains(operation)) {
      announce(operation, request);
    }
    return Answer.of(numbered(reply));
  }

  /** Returns the request as the queues get it. */
  private byte[] sent(String operation, JsonNode request, byte[] body) {
    String queue = queue(request);
    if (!operation.startsWith("SendMessage") || !queue.endsWith(".fifo")) {
      return body;
    }
    JsonNode sent = request.deepCopy();
    Stream.concat(Stream.of(sent), sent.path("Entries").valueStream())
        .filter(ObjectNode.class::isInstance)
        .forEach(message -> deduplication.apply(queue, (ObjectNode) message));
    return Json.bytes(sent);
  }

  private static String queue(JsonNode request) {
    String url = request.path("QueueUrl").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private void announce(String operation, JsonNode request) {
    String queue = queue(request);
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
