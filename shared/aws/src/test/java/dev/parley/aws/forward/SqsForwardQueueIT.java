package dev.parley.aws.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.aws.chat.TestQueue;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.aws.LocalAws;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqsForwardQueueIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Target TARGET = new Target.Endpoint(new EndpointId("whe_1"));

  private static Delivery delivery(int number, String body) {
    return Delivery.of(
        new MerchantId("mer_1"), TARGET, "evt_" + number, "message.sent", NOON, body);
  }

  private static String noise() {
    return new Random(7)
        .ints(100_000, '0', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void everyJobIsQueuedOnceHoweverOftenItIsOffered() {
    try (TestQueue queue = TestQueue.make(AWS)) {
      SqsForwardQueue forwards = new SqsForwardQueue(queue.sqs(), queue.url());
      List<ForwardJob> jobs =
          IntStream.range(0, 25)
              .<ForwardJob>mapToObj(i -> new ForwardJob.First(delivery(i, "{}")))
              .toList();

      assertEquals(List.of(), forwards.offer(jobs));
      assertEquals(List.of(), forwards.offer(jobs));

      assertEquals(
          jobs.stream().map(ForwardJobJson::text).collect(Collectors.toSet()),
          Set.copyOf(queue.drained()));
    }
  }

  @Test
  void anotherTryOfADeliveryIsAnotherJob() {
    try (TestQueue queue = TestQueue.make(AWS)) {
      SqsForwardQueue forwards = new SqsForwardQueue(queue.sqs(), queue.url());
      Delivery delivery = delivery(1, "{}");

      forwards.offer(List.of(new ForwardJob.First(delivery)));
      forwards.offer(List.of(ForwardJob.Again.of(delivery, NOON)));
      forwards.offer(List.of(ForwardJob.Again.of(delivery, NOON)));
      forwards.offer(List.of(ForwardJob.Again.of(delivery, NOON.plusSeconds(1))));

      assertEquals(3, queue.drained().size());
    }
  }

  @Test
  void largeJobsGoInRequestsOfTheirOwn() {
    try (TestQueue queue = TestQueue.make(AWS)) {
      SqsForwardQueue forwards = new SqsForwardQueue(queue.sqs(), queue.url());
      String body = "{\"text\":\"" + noise().replace("\\", "/") + "\"}";
      List<ForwardJob> jobs =
          IntStream.range(0, 4)
              .<ForwardJob>mapToObj(i -> new ForwardJob.First(delivery(i, body)))
              .toList();

      assertEquals(List.of(), forwards.offer(jobs));

      assertEquals(4, queue.drained().size());
    }
  }
}
