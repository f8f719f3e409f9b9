package dev.parley.aws.chat;

import dev.parley.testkit.aws.LocalAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A FIFO queue of its own for a test. */
public record TestQueue(SqsClient sqs, String url) implements AutoCloseable {
  public static TestQueue make(LocalAws aws) {
    SqsClient sqs =
        SqsClient.builder()
            .endpointOverride(aws.sqsEndpoint())
            .region(Region.of(LocalAws.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(AwsCrtHttpClient.create())
            .build();
    String url =
        sqs.createQueue(
                r ->
                    r.queueName("q-" + UUID.randomUUID() + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    return new TestQueue(sqs, url);
  }

  /** Takes all messages out of the queue and returns their bodies. */
  public List<String> drained() {
    List<String> bodies = new ArrayList<>();
    List<Message> some;
    do {
      some = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
      some.forEach(m -> bodies.add(m.body()));
      some.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
    } while (!some.isEmpty());
    return bodies;
  }

  @Override
  public void close() {
    sqs.close();
  }
}
