package dev.parley.aws.forward;

import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.forward.ForwardJob.First;
import dev.parley.domain.forward.ForwardJob.Retell;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.id.Ulids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Jobs in an SQS FIFO queue, whose groups are lanes: of one target, and of one merchant, so many
 * deliveries are tried at once and no more, however many wait; they keep no order.
 */
final class SqsForwardQueue implements ForwardQueue {
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 250_000;

  private final SqsClient sqs;
  private final String url;

  SqsForwardQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public List<ForwardJob> offer(List<ForwardJob> jobs) {
    List<ForwardJob> left = new ArrayList<>();
    List<ForwardJob> batch = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    int bytes = 0;
    for (ForwardJob job : jobs) {
      String body = ForwardJobJson.text(job);
      int size = body.getBytes(StandardCharsets.UTF_8).length;
      if (!batch.isEmpty() && (batch.size() == MOST_ENTRIES || bytes + size > MOST_BYTES)) {
        left.addAll(refused(batch, bodies));
        batch.clear();
        bodies.clear();
        bytes = 0;
      }
      batch.add(job);
      bodies.add(body);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      left.addAll(refused(batch, bodies));
    }
    return left;
  }

  private List<ForwardJob> refused(List<ForwardJob> batch, List<String> bodies) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      entries.add(entry(i, batch.get(i), bodies.get(i)));
    }
    try {
      Set<String> failed = new HashSet<>();
      sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries))
          .failed()
          .forEach(entry -> failed.add(entry.id()));
      List<ForwardJob> refused = new ArrayList<>();
      failed.forEach(id -> refused.add(batch.get(Integer.parseInt(id))));
      return refused;
    } catch (SqsException | TransientFault e) {
      return List.copyOf(batch);
    }
  }

  private static SendMessageBatchRequestEntry entry(int id, ForwardJob job, String body) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(id))
        .messageGroupId(ForwardLanes.of(job))
        .messageDeduplicationId(Ulids.named(repeated(job)))
        .messageBody(body)
        .build();
  }

  /** Returns what tells a job from others: the same one offered twice is queued once. */
  private static String repeated(ForwardJob job) {
    return switch (job) {
      case First first -> first.delivery().id().value();
      case Again again -> again.id() + "#" + again.attempts() + "#" + again.dueAt().toEpochMilli();
      case Retell retell -> retell.place().partition() + "\n" + retell.place().name();
    };
  }
}
