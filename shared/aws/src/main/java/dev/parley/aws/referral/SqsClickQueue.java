package dev.parley.aws.referral;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.ClickQueue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clicks in an SQS standard queue. */
final class SqsClickQueue implements ClickQueue {
  private final SqsClient sqs;
  private final String queueUrl;

  SqsClickQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void add(Click click) {
    sqs.sendMessage(m -> m.queueUrl(queueUrl).messageBody(ClickJson.write(click)));
  }
}
