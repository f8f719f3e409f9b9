package dev.parley.aws.referral;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.ClickQueue;
import dev.parley.domain.fault.TransientFault;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Clicks in an SQS standard queue. */
final class SqsClickQueue implements ClickQueue {
  private final SqsClient sqs;
  private final String queueUrl;

  SqsClickQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public List<Click> offer(List<Click> clicks) {
    return clicks.stream().filter(click -> !taken(click)).toList();
  }

  private boolean taken(Click click) {
    try {
      sqs.sendMessage(m -> m.queueUrl(queueUrl).messageBody(ClickJson.write(click)));
      return true;
    } catch (SqsException | TransientFault e) {
      return false;
    }
  }
}
