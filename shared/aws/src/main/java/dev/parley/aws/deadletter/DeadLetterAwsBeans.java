package dev.parley.aws.deadletter;

import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.Redelivery;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans over the table of dead letters and the queues that they came from. */
@Factory
public class DeadLetterAwsBeans {
  private static final String TABLE = "DEAD_LETTERS_TABLE";
  private static final String FORWARDS = "FORWARDS_QUEUE_URL";

  @Singleton
  DeadLetters deadLetters(
      DynamoDbClient dynamo, RuntimeEnvironment environment, InstantSource clock) {
    return new DynamoDeadLetters(dynamo, environment.required(TABLE), clock);
  }

  @Singleton
  FailureNotes failureNotes(DynamoDbClient dynamo, RuntimeEnvironment environment) {
    return new DynamoFailureNotes(dynamo, environment.required(TABLE));
  }

  @Singleton
  Redelivery redelivery(SqsClient sqs, RuntimeEnvironment environment) {
    return new SqsRedelivery(
        sqs,
        Map.of(
            Kind.INBOUND_EVENT, environment.required("INBOUND_QUEUE_URL"),
            Kind.OUTBOUND_MESSAGE, environment.required("OUTBOUND_QUEUE_URL"),
            Kind.CLICK, environment.required("CLICKS_QUEUE_URL"),
            Kind.REPLAY_STEP, environment.required("REPLAYS_QUEUE_URL"),
            Kind.EVENT, environment.required(FORWARDS),
            Kind.DELIVERY, environment.required(FORWARDS)));
  }
}
