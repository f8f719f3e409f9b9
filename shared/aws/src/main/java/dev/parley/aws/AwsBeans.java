package dev.parley.aws;

import dev.parley.aws.client.AwsClients;
import dev.parley.aws.log.Console;
import dev.parley.aws.log.Log;
import dev.parley.aws.request.MerchantRate;
import dev.parley.aws.request.RequestCounts;
import dev.parley.aws.runtime.Connections;
import dev.parley.aws.runtime.RuntimeEnvironment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The beans under every function: clock, log, AWS clients; each is made when it is first asked for.
 */
@Factory
public class AwsBeans {
  /** The time in milliseconds, which is what the API shows and the tables keep. */
  @Singleton
  InstantSource clock(RuntimeEnvironment environment) {
    InstantSource clock = environment.clock();
    return () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Singleton
  Log log(RuntimeEnvironment environment, InstantSource clock) {
    return new Log(environment.required("AWS_LAMBDA_FUNCTION_NAME"), clock, Console.out());
  }

  @Singleton
  Connections connections() {
    return new Connections();
  }

  @Singleton
  AwsClients clients(RuntimeEnvironment environment, Connections connections) {
    return new AwsClients(environment, connections);
  }

  @Singleton
  DynamoDbClient dynamoDb(AwsClients clients) {
    return clients.dynamoDb();
  }

  @Singleton
  DynamoDbStreamsClient dynamoDbStreams(AwsClients clients) {
    return clients.dynamoDbStreams();
  }

  @Singleton
  SqsClient sqs(AwsClients clients) {
    return clients.sqs();
  }

  @Singleton
  KmsClient kms(AwsClients clients) {
    return clients.kms();
  }

  @Singleton
  MerchantRate merchantRate(
      RuntimeEnvironment environment, RequestCounts counts, InstantSource clock, Log log) {
    return new MerchantRate(
        Integer.parseInt(environment.required("MERCHANT_RATE_PER_SECOND")), counts, clock, log);
  }
}
