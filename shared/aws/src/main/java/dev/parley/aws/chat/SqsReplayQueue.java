package dev.parley.aws.chat;

import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.ReplayStep;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Steps of replays in an SQS standard queue. */
final class SqsReplayQueue implements ReplayQueue {
  private final SqsClient sqs;
  private final String queueUrl;

  SqsReplayQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void offer(ReplayStep step) {
    sqs.sendMessage(m -> m.queueUrl(queueUrl).messageBody(ReplayStepJson.text(step)));
  }
}
