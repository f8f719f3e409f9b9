package dev.parley.aws.forward;

import dev.parley.aws.log.Log;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.DueDeliveries;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.ParkedForwards;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.TargetRule;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The beans over the table and queue of deliveries. */
@Factory
public class ForwardAwsBeans {
  private static final String TABLE = "FORWARDS_TABLE";

  /**
   * What {@code FORWARD_TARGETS} says where this machine may be called; the template never does.
   */
  private static final String LOOPBACK_TOO = "publicAndLoopback";

  private final RuntimeEnvironment environment;

  ForwardAwsBeans(RuntimeEnvironment environment) {
    this.environment = environment;
  }

  @Singleton
  TargetRule targetRule() {
    return new TargetRule(LOOPBACK_TOO.equals(environment.required("FORWARD_TARGETS")));
  }

  @Singleton
  Endpoints endpoints(DynamoDbClient dynamo, KmsClient kms, InstantSource clock) {
    EndpointSecrets secrets =
        new EndpointSecrets(kms, environment.required("SECRETS_KEY_ID"), clock);
    return new DynamoEndpoints(dynamo, environment.required(TABLE), secrets);
  }

  @Singleton
  TargetHealths targetHealths(DynamoDbClient dynamo) {
    return new DynamoTargetHealths(dynamo, environment.required(TABLE));
  }

  @Singleton
  Deliveries deliveries(DynamoDbClient dynamo, InstantSource clock) {
    return new DynamoDeliveries(dynamo, environment.required(TABLE), clock);
  }

  @Singleton
  DueDeliveries dueDeliveries(DynamoDbClient dynamo, InstantSource clock) {
    return new DynamoDueDeliveries(dynamo, environment.required(TABLE), clock);
  }

  @Singleton
  ForwardQueue forwardQueue(SqsClient sqs) {
    return new SqsForwardQueue(sqs, environment.required("FORWARDS_QUEUE_URL"));
  }

  @Singleton
  ParkedForwards parkedForwards(DynamoDbClient dynamo, Log log) {
    return new DynamoParkedForwards(dynamo, environment.required("PARKED_TABLE"), log);
  }
}
