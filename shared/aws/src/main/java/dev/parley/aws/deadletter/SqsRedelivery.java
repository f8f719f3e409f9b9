package dev.parley.aws.deadletter;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.deadletter.Redelivery;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The queues in SQS that dead letters came from. */
final class SqsRedelivery implements Redelivery {
  private final SqsClient sqs;
  private final Map<DeadLetter.Kind, String> urls;

  SqsRedelivery(SqsClient sqs, Map<DeadLetter.Kind, String> urls) {
    this.sqs = sqs;
    this.urls = Map.copyOf(urls);
  }

  /** The letter's id tells repeated sends apart: the queue may still know the message's own. */
  @Override
  public void send(DeadLetter letter, Original original) {
    String url = urls.get(letter.kind());
    if (url == null) {
      throw new IllegalArgumentException(letter.kind() + " has no queue");
    }
    SendMessageRequest.Builder message =
        SendMessageRequest.builder().queueUrl(url).messageBody(original.body());
    if (!original.group().isEmpty()) {
      message.messageGroupId(original.group()).messageDeduplicationId(letter.id().value());
    }
    sqs.sendMessage(message.build());
  }
}
