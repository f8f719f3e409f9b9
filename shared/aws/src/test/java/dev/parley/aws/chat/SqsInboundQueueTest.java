package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.testkit.chat.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class SqsInboundQueueTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_queue");

  private final Customer ann = new Customer(MERCHANT, "U1");
  private final Customer bob = new Customer(MERCHANT, "U2");

  /** Takes all entries but those whose bodies have the text. */
  private static final class Refusing implements SqsClient {
    private final List<Integer> requests = new ArrayList<>();
    private final String refused;

    Refusing(String refused) {
      this.refused = refused;
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      requests.add(request.entries().size());
      return SendMessageBatchResponse.builder()
          .failed(
              request.entries().stream()
                  .filter(entry -> entry.messageBody().contains(refused))
                  .map(entry -> BatchResultErrorEntry.builder().id(entry.id()).build())
                  .toList())
          .build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }

  @Test
  void tellsWhichEventsOfARequestWereNotTakenAndNoOthers() {
    ReceivedEvent refused = ann.received("refused", "d1");
    List<ReceivedEvent> events =
        List.of(bob.received("b1", "d0"), refused, ann.received("a2", "d2"));
    Refusing sqs = new Refusing("refused");

    List<ReceivedEvent> left = new SqsInboundQueue(sqs, "queue").offer(events);

    assertEquals(List.of(refused), left);
    assertEquals(List.of(3), sqs.requests);
  }

  @Test
  void holdsBackWhatComesAfterItsPredecessorWasRefused() {
    List<ReceivedEvent> events = new ArrayList<>();
    events.add(ann.received("refused", "d"));
    IntStream.range(0, 9).forEach(i -> events.add(bob.received("b" + i, "d" + i)));
    ReceivedEvent later = ann.received("a2", "d9");
    events.add(later);
    events.add(bob.received("b9", "d9"));
    Refusing sqs = new Refusing("refused");

    List<ReceivedEvent> left = new SqsInboundQueue(sqs, "queue").offer(events);

    assertEquals(List.of(events.getFirst(), later), left);
    assertEquals(List.of(10, 1), sqs.requests);
  }
}
