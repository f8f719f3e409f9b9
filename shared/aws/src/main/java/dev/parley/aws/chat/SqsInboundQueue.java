package dev.parley.aws.chat;

import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The inbound FIFO queue in SQS: ten events a request. */
final class SqsInboundQueue implements InboundQueue {
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 250_000;

  private final SqsClient sqs;
  private final String url;

  SqsInboundQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public List<ReceivedEvent> offer(List<ReceivedEvent> events) {
    List<ReceivedEvent> left = new ArrayList<>();
    List<ReceivedEvent> batch = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    int bytes = 0;
    for (ReceivedEvent event : events) {
      String body = ReceivedEventJson.text(event);
      int size = body.getBytes(StandardCharsets.UTF_8).length;
      if (!batch.isEmpty() && (batch.size() == MOST_ENTRIES || bytes + size > MOST_BYTES)) {
        send(batch, bodies, left);
        bytes = 0;
      }
      batch.add(event);
      bodies.add(body);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      send(batch, bodies, left);
    }
    return left;
  }

  /**
   * Sends the batch, puts what was not taken beside, and empties the batch. SQS takes or refuses
   * each entry by itself, so one may be taken whose predecessor of the same group was refused. It
   * is not offered again: that would bring it twice and not in order. To have but one event of a
   * group in a request would cost a request for each message of a customer who sends several; the
   * order shown is the platform's, whatever comes first.
   */
  private void send(List<ReceivedEvent> batch, List<String> bodies, List<ReceivedEvent> left) {
    Set<String> heldGroups = new HashSet<>();
    left.forEach(event -> heldGroups.add(group(event)));
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size())
            .filter(i -> !heldGroups.contains(group(batch.get(i))))
            .mapToObj(i -> entry(i, batch.get(i), bodies.get(i)))
            .toList();
    Set<String> taken = entries.isEmpty() ? Set.of() : taken(entries);
    for (int i = 0; i < batch.size(); i++) {
      if (!taken.contains(String.valueOf(i))) {
        left.add(batch.get(i));
      }
    }
    batch.clear();
    bodies.clear();
  }

  private Set<String> taken(List<SendMessageBatchRequestEntry> entries) {
    SendMessageBatchRequest request =
        SendMessageBatchRequest.builder().queueUrl(url).entries(entries).build();
    try {
      Set<String> taken = new HashSet<>();
      entries.forEach(entry -> taken.add(entry.id()));
      sqs.sendMessageBatch(request).failed().stream()
          .map(BatchResultErrorEntry::id)
          .map(Objects::requireNonNull)
          .forEach(taken::remove);
      return taken;
    } catch (SqsException | TransientFault e) {
      return Set.of();
    }
  }

  private static SendMessageBatchRequestEntry entry(int id, ReceivedEvent event, String body) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(id))
        .messageGroupId(group(event))
        .messageDeduplicationId(Groups.named(event.channelId() + ":" + event.eventId()))
        .messageBody(body)
        .build();
  }

  private static String group(ReceivedEvent event) {
    String sender = event.sender();
    return sender == null
        ? event.channelId().value()
        : Groups.named(event.channelId() + ":" + sender);
  }
}
