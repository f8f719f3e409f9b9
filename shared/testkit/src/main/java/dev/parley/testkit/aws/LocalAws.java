package dev.parley.testkit.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local and ElasticMQ on loopback ports, begun once for all tests of a process, or the
 * LocalStack whose address the configuration parameter {@value #LOCALSTACK} says: register it with
 * {@code @RegisterExtension static final LocalAws AWS = new LocalAws()}. Each test makes tables of
 * its own.
 */
public final class LocalAws implements BeforeAllCallback {
  public static final String REGION = "us-east-1";

  /** JUnit's configuration parameter with LocalStack's address, for tests against it. */
  public static final String LOCALSTACK = "parley.localstack";

  private @Nullable Servers servers;

  @Override
  public void beforeAll(ExtensionContext context) {
    servers =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(LocalAws.class))
            .computeIfAbsent(Servers.class, key -> servers(context), Servers.class);
  }

  private static Servers servers(ExtensionContext context) {
    return context
        .getConfigurationParameter(LOCALSTACK)
        .map(address -> Servers.at(URI.create(address)))
        .orElseGet(Servers::embedded);
  }

  public DynamoDbClient dynamo() {
    return servers().dynamo();
  }

  /** Returns what an SQS client's endpoint must be. */
  public URI sqsEndpoint() {
    return servers().sqs();
  }

  /** Returns what a DynamoDB client's endpoint must be. */
  public URI dynamoEndpoint() {
    return servers().endpoint();
  }

  /** Returns LocalStack's address, when the tests run against it. */
  public Optional<URI> localStack() {
    return Optional.ofNullable(servers().localStack());
  }

  public static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  /** Makes a table with the string keys {@code pk} and {@code sk} and returns its name. */
  public String table() {
    return table(Map.of());
  }

  /**
   * Makes a table with the string keys {@code pk} and {@code sk} and returns its name.
   *
   * @param indexes by their names, what the two keys of each are, as {@code "inboxPk inboxSk"}
   */
  public String table(Map<String, String> indexes) {
    String name = "t-" + UUID.randomUUID();
    dynamo().createTable(Tables.request(name, indexes));
    return name;
  }

  private Servers servers() {
    if (servers == null) {
      throw new IllegalStateException("Register the extension in a static field");
    }
    return servers;
  }

  /** How the tables of tests are made. */
  private static final class Tables {
    private Tables() {}

    static CreateTableRequest request(String name, Map<String, String> indexes) {
      CreateTableRequest.Builder table =
          CreateTableRequest.builder()
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE));
      if (!indexes.isEmpty()) {
        table.globalSecondaryIndexes(
            indexes.entrySet().stream()
                .map(
                    index -> {
                      String[] keys = index.getValue().split(" ");
                      return GlobalSecondaryIndex.builder()
                          .indexName(index.getKey())
                          .keySchema(key(keys[0], KeyType.HASH), key(keys[1], KeyType.RANGE))
                          .projection(p -> p.projectionType("ALL"))
                          .build();
                    })
                .toList());
      }
      return table
          .attributeDefinitions(
              Stream.concat(
                      Stream.of("pk", "sk"),
                      indexes.values().stream().flatMap(keys -> Stream.of(keys.split(" "))))
                  .distinct()
                  .map(Tables::text)
                  .toList())
          .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
      return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
      return AttributeDefinition.builder()
          .attributeName(name)
          .attributeType(ScalarAttributeType.S)
          .build();
    }
  }

  /**
   * The running servers; those of this process are closed when its last test is done.
   *
   * @param localStack where they are, when they are LocalStack's
   */
  private record Servers(
      URI endpoint, DynamoDbClient dynamo, URI sqs, @Nullable URI localStack, AutoCloseable own)
      implements AutoCloseable {

    static Servers at(URI localStack) {
      return new Servers(localStack, client(localStack), localStack, localStack, () -> {});
    }

    static Servers embedded() {
      try {
        int port = freePort();
        DynamoDBProxyServer tables =
            ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        tables.start();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        SQSRestServer queues =
            SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        URI sqs =
            URI.create("http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort());
        return new Servers(
            endpoint,
            client(endpoint),
            sqs,
            null,
            () -> {
              queues.stopAndWait();
              tables.stop();
            });
      } catch (Exception e) {
        throw new IllegalStateException("The local servers don't start", e);
      }
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    private static DynamoDbClient client(URI endpoint) {
      return DynamoDbClient.builder()
          .endpointOverride(endpoint)
          .region(Region.of(REGION))
          .credentialsProvider(credentials())
          .httpClient(UrlConnectionHttpClient.create())
          .build();
    }

    @Override
    public void close() {
      dynamo.close();
      try {
        own.close();
      } catch (Exception e) {
        throw new IllegalStateException("The local servers don't stop", e);
      }
    }
  }
}
