package dev.parley.bench.plain;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS clients tuned as the functions' are, made by hand. */
public final class PlainAws {
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(
              variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY")));

  public PlainAws(SdkHttpClient http) {
    this.http = http;
  }

  /** Returns the client that the functions use. */
  public static SdkHttpClient crt() {
    return AwsCrtHttpClient.builder().maxConcurrency(50).build();
  }

  static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is missing");
    }
    return value;
  }

  public DynamoDbClient dynamoDb() {
    return tuned(DynamoDbClient.builder().endpointDiscoveryEnabled(false)).build();
  }

  public SqsClient sqs() {
    return tuned(SqsClient.builder().checksumValidationEnabled(false)).build();
  }

  public KmsClient kms() {
    return tuned(KmsClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B tuned(B builder) {
    return builder
        .endpointOverride(URI.create(variable("AWS_ENDPOINT_URL")))
        .httpClient(http)
        .region(Region.of(variable("AWS_REGION")))
        .credentialsProvider(credentials)
        .defaultsMode(DefaultsMode.IN_REGION);
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  /** Returns an attribute that the item has. */
  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("An item has no " + name);
    }
    return value;
  }
}
