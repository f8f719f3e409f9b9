package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.aws.LocalAws;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

final class SqsReplayQueueIT {
  private static final MerchantId MERCHANT = new MerchantId("mer_01J8ZQ4F6V2M7XKQ3T5R9WBHCD");
  private static final ReplayId RUN = new ReplayId("rpl_01J8ZQ4F6V2M7XKQ3T5R9WBHCD");
  private static final ReplayId OTHER = new ReplayId("rpl_01J8ZQ4F6V2M7XKQ3T5R9WBHCE");

  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private final TestQueue queue = TestQueue.make(AWS);
  private final SqsReplayQueue steps = new SqsReplayQueue(queue.sqs(), queue.url());

  @AfterEach
  void closeQueue() {
    queue.close();
  }

  @Test
  void givesARunsNextStepOnlyWhenTheOneBeforeIsDone() throws MalformedJson {
    ReplayStep first = new ReplayStep(MERCHANT, RUN, 0);
    ReplayStep second = new ReplayStep(MERCHANT, RUN, 1);
    ReplayStep another = new ReplayStep(MERCHANT, OTHER, 0);
    steps.offer(first);
    steps.offer(second);

    Message taken = received().getFirst();
    assertEquals(first, ReplayStepJson.read(taken.body()));
    steps.offer(another);
    List<Message> meanwhile = received();
    assertEquals(1, meanwhile.size());
    assertEquals(another, ReplayStepJson.read(meanwhile.getFirst().body()));

    queue.sqs().deleteMessage(r -> r.queueUrl(queue.url()).receiptHandle(taken.receiptHandle()));
    assertEquals(second, ReplayStepJson.read(received().getFirst().body()));
  }

  @Test
  void takesAStepOnce() {
    ReplayStep step = new ReplayStep(MERCHANT, RUN, 3);
    steps.offer(step);
    steps.offer(step);
    assertEquals(List.of(ReplayStepJson.text(step)), queue.drained());
  }

  private List<Message> received() {
    return queue
        .sqs()
        .receiveMessage(r -> r.queueUrl(queue.url()).maxNumberOfMessages(1))
        .messages();
  }
}
