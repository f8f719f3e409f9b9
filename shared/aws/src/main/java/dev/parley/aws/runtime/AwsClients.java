package dev.parley.aws.runtime;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Builds the clients with everything said: region, credentials, endpoint, HTTP client; no profile
 * files, no chains. Under SnapStart credentials come from the container provider, since those in
 * the environment are the snapshot's.
 */
public final class AwsClients {
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final RuntimeEnvironment environment;
  private final Connections connections;
  private final AwsCredentialsProvider credentials;

  public AwsClients(RuntimeEnvironment environment, Connections connections) {
    this.environment = environment;
    this.connections = connections;
    this.credentials = credentials(environment);
  }

  public DynamoDbClient dynamoDb() {
    return tuned(DynamoDbClient.builder().endpointDiscoveryEnabled(false)).build();
  }

  public DynamoDbStreamsClient dynamoDbStreams() {
    return tuned(DynamoDbStreamsClient.builder()).build();
  }

  public SqsClient sqs() {
    return tuned(SqsClient.builder().checksumValidationEnabled(false)).build();
  }

  public KmsClient kms() {
    return tuned(KmsClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B tuned(B builder) {
    String endpoint = environment.optional("AWS_ENDPOINT_URL");
    if (endpoint != null) {
      builder.endpointOverride(URI.create(endpoint));
    }
    return builder
        .httpClient(connections)
        .region(Region.of(environment.required("AWS_REGION")))
        .credentialsProvider(credentials)
        .overrideConfiguration(
            o -> o.addExecutionInterceptor(new ServiceFaults()).retryStrategy(soon()))
        .defaultsMode(DefaultsMode.IN_REGION);
  }

  /**
   * Tries again within a second or not at all: a caller waits, and a queue delivers again. The
   * SDK's own strategy waits up to 50 seconds while DynamoDB throttles, longer than a function may
   * run.
   */
  private static RetryStrategy soon() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(4)
        .backoffStrategy(BackoffStrategy.exponentialDelay(SHORTEST_WAIT, LONGEST_WAIT))
        .throttlingBackoffStrategy(
            BackoffStrategy.exponentialDelay(SHORTEST_WAIT.multipliedBy(2), LONGEST_WAIT))
        .build();
  }

  private static AwsCredentialsProvider credentials(RuntimeEnvironment environment) {
    if (environment.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI") != null) {
      return ContainerCredentialsProvider.builder().build();
    }
    String key = environment.required("AWS_ACCESS_KEY_ID");
    String secret = environment.required("AWS_SECRET_ACCESS_KEY");
    @Nullable String token = environment.optional("AWS_SESSION_TOKEN");
    return StaticCredentialsProvider.create(
        token == null
            ? AwsBasicCredentials.create(key, secret)
            : AwsSessionCredentials.create(key, secret, token));
  }
}
