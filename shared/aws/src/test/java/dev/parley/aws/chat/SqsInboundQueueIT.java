package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqsInboundQueueIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private final Customer customer = new Customer(new MerchantId("mer_queue"), "U1");

  @Test
  void takesMoreEventsThanOneRequestHoldsAndEachOnce() throws MalformedJson {
    try (TestQueue queue = TestQueue.make(AWS)) {
      List<ReceivedEvent> events =
          IntStream.range(0, 23).mapToObj(i -> customer.received("e" + i, "dlv_" + i)).toList();

      List<ReceivedEvent> left = new SqsInboundQueue(queue.sqs(), queue.url()).offer(events);
      new SqsInboundQueue(queue.sqs(), queue.url()).offer(events);

      List<ReceivedEvent> taken = new ArrayList<>();
      for (String body : queue.drained()) {
        taken.add(ReceivedEventJson.read(body));
      }
      assertEquals(List.of(), left);
      assertEquals(events, taken);
    }
  }

  @Test
  void returnsAllEventsWhenThereIsNoQueue() {
    try (TestQueue queue = TestQueue.make(AWS)) {
      List<ReceivedEvent> events = List.of(customer.received("e", "d"));
      String none = AWS.sqsEndpoint() + "/000000000000/none.fifo";

      List<ReceivedEvent> left = new SqsInboundQueue(queue.sqs(), none).offer(events);

      assertEquals(events, left);
    }
  }
}
