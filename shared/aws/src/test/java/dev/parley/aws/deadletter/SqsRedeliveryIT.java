package dev.parley.aws.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.DeadLetterId;
import dev.parley.testkit.aws.LocalAws;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

final class SqsRedeliveryIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(AWS.sqsEndpoint())
        .region(Region.of(LocalAws.REGION))
        .credentialsProvider(LocalAws.credentials())
        .httpClient(AwsCrtHttpClient.create())
        .build();
  }

  private static String queue(SqsClient sqs, boolean fifo) {
    String name = "q-" + UUID.randomUUID() + (fifo ? ".fifo" : "");
    Map<QueueAttributeName, String> attributes =
        fifo ? Map.of(QueueAttributeName.FIFO_QUEUE, "true") : Map.of();
    return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private static DeadLetter letter(String id, Kind kind) {
    return new DeadLetter(
        new DeadLetterId(id), null, kind, Map.of(), Instant.EPOCH, 5, "reason", null);
  }

  private static List<Message> received(SqsClient sqs, String url) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
        .messages();
  }

  @Test
  void aMessageGoesIntoItsQueueAsItWasInItsGroupAndOnceForItsLetter() {
    try (SqsClient sqs = sqs()) {
      String url = queue(sqs, true);
      SqsRedelivery redelivery = new SqsRedelivery(sqs, Map.of(Kind.INBOUND_EVENT, url));
      Original original = new Original("{\"t\":\"你好\"}", "line-shop:U1");

      redelivery.send(letter("dlt_1", Kind.INBOUND_EVENT), original);
      redelivery.send(letter("dlt_1", Kind.INBOUND_EVENT), original);

      List<Message> messages = received(sqs, url);
      assertEquals(List.of(original.body()), messages.stream().map(Message::body).toList());
      assertEquals(
          "line-shop:U1",
          messages.getFirst().attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
    }
  }

  @Test
  void aStandardQueueGetsNoGroup() {
    try (SqsClient sqs = sqs()) {
      String url = queue(sqs, false);

      new SqsRedelivery(sqs, Map.of(Kind.CLICK, url))
          .send(letter("dlt_1", Kind.CLICK), new Original("{}", ""));

      assertEquals(List.of("{}"), received(sqs, url).stream().map(Message::body).toList());
    }
  }

  @Test
  void whatHasNoQueueIsRefused() {
    try (SqsClient sqs = sqs()) {
      SqsRedelivery redelivery = new SqsRedelivery(sqs, Map.of());

      assertThrows(
          IllegalArgumentException.class,
          () -> redelivery.send(letter("dlt_1", Kind.ORDER), new Original("{}", "")));
    }
  }
}
