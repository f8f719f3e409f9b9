package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.aws.log.Console;
import dev.parley.aws.log.Log;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.aws.LocalAws;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

final class SqsInboundQueueIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId MERCHANT = new MerchantId("mer_queue");

  private static SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(AWS.sqsEndpoint())
        .region(Region.of(LocalAws.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(AwsCrtHttpClient.create())
        .build();
  }

  private static String queue(SqsClient sqs, String name) {
    return sqs.createQueue(
            r ->
                r.queueName(name + ".fifo")
                    .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }

  private static List<Message> drained(SqsClient sqs, String url) {
    List<Message> all = new ArrayList<>();
    List<Message> some;
    do {
      some = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
      all.addAll(some);
      some.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
    } while (!some.isEmpty());
    return all;
  }

  @Test
  void takesMoreEventsThanOneRequestHoldsAndEachOnce() throws MalformedJson {
    try (SqsClient sqs = sqs()) {
      String url = queue(sqs, "inbound");
      List<ReceivedEvent> events =
          IntStream.range(0, 23)
              .mapToObj(i -> ChatTestData.received(MERCHANT, "e" + i, "dlv_" + i))
              .toList();

      List<ReceivedEvent> left = new SqsInboundQueue(sqs, url).offer(events);
      new SqsInboundQueue(sqs, url).offer(events);

      List<ReceivedEvent> taken = new ArrayList<>();
      for (Message message : drained(sqs, url)) {
        taken.add(ReceivedEventJson.read(message.body()));
      }
      assertEquals(List.of(), left);
      assertEquals(events, taken);
    }
  }

  @Test
  void returnsAllEventsWhenThereIsNoQueue() {
    try (SqsClient sqs = sqs()) {
      List<ReceivedEvent> events = List.of(ChatTestData.received(MERCHANT, "e", "d"));

      List<ReceivedEvent> left =
          new SqsInboundQueue(sqs, AWS.sqsEndpoint() + "/000000000000/none.fifo").offer(events);

      assertEquals(events, left);
    }
  }

  @Test
  void parkedEventsComeBackOldestFirstUntilTheyAreReleased() {
    Log log = new Log("LineWebhook", InstantSource.system(), Console.out());
    var parked = new DynamoParkedEvents(AWS.dynamo(), AWS.table(), log);
    ReceivedEvent first = ChatTestData.received(MERCHANT, "a", "dlv_1");
    ReceivedEvent second = ChatTestData.received(MERCHANT, "b", "dlv_2");

    parked.park(List.of(first, second));
    List<ReceivedEvent> waiting = parked.oldest(10);
    parked.release(List.of(first));

    assertEquals(2, waiting.size());
    assertEquals(List.of(second), parked.oldest(10));
  }

  @Test
  void anOutboundMessageIsQueuedAndShownOnce() throws MalformedJson {
    try (SqsClient sqs = sqs()) {
      String url = queue(sqs, "outbound");
      String table = AWS.table();
      OutboundMessage message =
          ChatTestData.message(ChatTestData.text(MERCHANT, "a", 1, 1), "msg_1", "token-a");
      var outbox = new QueuedOutbox(sqs, url, AWS.dynamo(), table);

      outbox.enqueue(message);
      outbox.enqueue(message);

      List<Message> queued = drained(sqs, url);
      assertEquals(1, queued.size());
      assertEquals(message, OutboundMessageJson.read(queued.getFirst().body()));
      assertEquals(1, AWS.dynamo().scan(r -> r.tableName(table)).count());
    }
  }
}
