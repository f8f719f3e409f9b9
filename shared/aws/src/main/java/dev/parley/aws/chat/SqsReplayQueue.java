package dev.parley.aws.chat;

import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.ReplayStep;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Steps of replays in an SQS FIFO queue. A run is a group: were two of its steps gone through at
 * once, one would count as unchanged what the other has just set right.
 */
final class SqsReplayQueue implements ReplayQueue {
  private final SqsClient sqs;
  private final String queueUrl;

  SqsReplayQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void offer(ReplayStep step) {
    String run = step.replayId().value();
    sqs.sendMessage(
        m ->
            m.queueUrl(queueUrl)
                .messageGroupId(run)
                .messageDeduplicationId(run + ":" + step.number())
                .messageBody(ReplayStepJson.text(step)));
  }
}
