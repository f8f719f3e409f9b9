package dev.parley.aws.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.chat.TestQueue;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.aws.LocalAws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

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

  private static List<ForwardJob> jobs(String merchant, int target, int count) {
    Target endpoint = new Target.Endpoint(new EndpointId("whe_" + target));
    return IntStream.range(0, count)
        .<ForwardJob>mapToObj(
            i ->
                new ForwardJob.First(
                    Delivery.of(
                        new MerchantId(merchant),
                        endpoint,
                        "evt_" + i,
                        "message.sent",
                        NOON,
                        "{}")))
        .toList();
  }

  /** Takes what can be worked on at once, and leaves it in work; returns whose it is. */
  private static List<MerchantId> inWork(TestQueue queue) throws MalformedJson {
    List<MerchantId> merchants = new ArrayList<>();
    while (true) {
      List<Message> one =
          queue
              .sqs()
              .receiveMessage(r -> r.queueUrl(queue.url()).maxNumberOfMessages(1))
              .messages();
      if (one.isEmpty()) {
        return merchants;
      }
      merchants.add(ForwardJobJson.read(one.getFirst().body()).merchantId());
    }
  }

  @Test
  void oneMerchantsManySlowTargetsLeaveOthersTheirTurn() throws MalformedJson {
    try (TestQueue queue = TestQueue.make(AWS)) {
      SqsForwardQueue forwards = new SqsForwardQueue(queue.sqs(), queue.url());
      for (int target = 0; target < 25; target++) {
        forwards.offer(jobs("mer_slow", target, 12));
      }
      forwards.offer(jobs("mer_other", 1, 12));

      List<MerchantId> inWork = inWork(queue);

      long slow = inWork.stream().filter(new MerchantId("mer_slow")::equals).count();
      assertTrue(slow > 10 && slow <= 20, slow + " of the slow one");
      long others = inWork.size() - slow;
      assertTrue(others >= 2 && others <= 4, others + " of the other one");
    }
  }

  @Test
  void oneSlowTargetLeavesTheMerchantsOthersMostOfTheirLanes() {
    Set<String> slow =
        jobs("mer_1", 0, 200).stream().map(ForwardLanes::of).collect(Collectors.toSet());

    List<Long> shared =
        IntStream.range(1, 25)
            .mapToObj(
                target ->
                    jobs("mer_1", target, 200).stream()
                        .map(ForwardLanes::of)
                        .distinct()
                        .filter(slow::contains)
                        .count())
            .toList();

    assertEquals(4, slow.size());
    assertTrue(shared.stream().allMatch(lanes -> lanes < 4), shared::toString);
    assertTrue(shared.stream().mapToLong(lanes -> lanes).average().orElse(4) < 1.5);
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
