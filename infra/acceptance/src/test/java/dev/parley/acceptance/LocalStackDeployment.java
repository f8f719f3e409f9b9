package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Json;
import dev.parley.local.lambda.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.MountableFile;

/** The stack of {@code template.yaml} in LocalStack, its functions run there as Java processes. */
final class LocalStackDeployment {
  private static final String STACK = "parley";
  private static final String BUCKET = "templates";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);

  /** What the code of the functions lies in, as LocalStack's "hot reloading" takes it. */
  private static final String CODE = "/parley/";

  private final URI address;
  private final AwsClient queues;
  private final Map<String, String> functionNames = new ConcurrentHashMap<>();

  private LocalStackDeployment(URI address) {
    this.address = address;
    this.queues = new AwsClient(HttpClient.newHttpClient(), address.resolve("/"), "sqs");
  }

  static LocalStackDeployment deploy(LocalStackContainer container, Map<String, String> parameters)
      throws IOException {
    LocalStackDeployment deployment = new LocalStackDeployment(container.getEndpoint());
    copyCode(container);
    deployment.create(parameters);
    return deployment;
  }

  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("template.yaml")))
        .findFirst()
        .orElseThrow();
  }

  /** The jars as they are deployed, and what they lack on this machine: natives for x86-64. */
  private static void copyCode(LocalStackContainer container) throws IOException {
    try (Stream<Path> contexts = Files.list(root().resolve("functions"))) {
      for (Path context : contexts.toList()) {
        String name = context.getFileName().toString();
        Path jar = context.resolve("target").resolve(name + ".jar");
        if (!Files.exists(jar)) {
          throw new IllegalStateException("There is no " + jar + "; mvn package makes it");
        }
        String lib = CODE + name + "/lib/";
        container.copyFileToContainer(MountableFile.forHostPath(jar), lib + name + ".jar");
        container.copyFileToContainer(MountableFile.forHostPath(natives()), lib + "natives.jar");
      }
    }
  }

  private static Path natives() {
    String inJar =
        String.valueOf(
            ClassLoader.getSystemResource("linux/x86_64/glibc/libaws-crt-jni.so").getPath());
    return Path.of(URI.create(inJar.substring(0, inJar.indexOf('!'))));
  }

  private void create(Map<String, String> parameters) throws IOException {
    put("", "");
    put("data.yaml", Files.readString(root().resolve("infra/data.yaml")));
    put("alarms.yaml", Files.readString(root().resolve("infra/alarms.yaml")));
    put("template.yaml", template());
    Map<String, String> query = new LinkedHashMap<>();
    query.put("Action", "CreateStack");
    query.put("StackName", STACK);
    query.put("TemplateURL", inside("template.yaml"));
    query.put("Capabilities.member.1", "CAPABILITY_IAM");
    query.put("Capabilities.member.2", "CAPABILITY_AUTO_EXPAND");
    int n = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String member = "Parameters.member." + ++n;
      query.put(member + ".ParameterKey", parameter.getKey());
      query.put(member + ".ParameterValue", parameter.getValue());
    }
    cloudFormation(query);
    await("the stack is made", () -> status().equals("CREATE_COMPLETE"));
  }

  /** The template with its code and nested stacks where LocalStack finds them. */
  private static String template() throws IOException {
    return Files.readString(root().resolve("template.yaml"))
        .replaceAll(
            "CodeUri: functions/(\\w+)/target/\\w+\\.jar",
            "CodeUri: {Bucket: hot-reload, Key: " + CODE + "$1}")
        .replaceAll("TemplateURL: infra/(\\w+\\.yaml)", "TemplateURL: " + inside("$1"));
  }

  private static String inside(String file) {
    return "http://localhost:4566/" + BUCKET + "/" + file;
  }

  private void put(String key, String content) {
    client("s3")
        .with("content-type", "text/plain")
        .send("PUT", "/" + BUCKET + "/" + key, content)
        .is(200);
  }

  private Http client(String service) {
    return Http.at(address.toString())
        .with(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/"
                + service
                + "/aws4_request, SignedHeaders=host, Signature=none");
  }

  private Document cloudFormation(Map<String, String> query) {
    String form =
        query.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String answer =
        client("cloudformation")
            .with("content-type", "application/x-www-form-urlencoded")
            .send("POST", "/", form)
            .is(200)
            .body();
    return Jsoup.parse(answer, "", Parser.xmlParser());
  }

  private String status() {
    Document stacks = cloudFormation(Map.of("Action", "DescribeStacks", "StackName", STACK));
    String status = stacks.select("StackStatus").text();
    if (status.contains("FAILED") || status.contains("ROLLBACK")) {
      Document events = cloudFormation(Map.of("Action", "DescribeStackEvents", "StackName", STACK));
      throw new IllegalStateException(status + ": " + events.select("ResourceStatusReason").text());
    }
    return status;
  }

  /** Invokes a function as API Gateway does. */
  Outcome invoke(String logicalId, byte[] event) {
    String name = functionNames.computeIfAbsent(logicalId, this::functionName);
    Answer answer =
        client("lambda")
            .with("content-type", "application/json")
            .send(
                "POST",
                "/2015-03-31/functions/" + name + "/invocations",
                new String(event, StandardCharsets.UTF_8));
    if (answer.status() != 200 || !answer.header("x-amz-function-error").isEmpty()) {
      return new Outcome.Failed("Function", logicalId + ": " + answer.body(), answer.body());
    }
    return new Outcome.Returned(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private String functionName(String logicalId) {
    return cloudFormation(
            Map.of(
                "Action", "DescribeStackResource",
                "StackName", STACK,
                "LogicalResourceId", logicalId))
        .select("PhysicalResourceId")
        .text();
  }

  /** Waits until no queue holds a message, waiting or in flight. */
  void awaitEmptyQueues() {
    await("the queues are empty", () -> messages() == 0);
  }

  private long messages() {
    JsonNode own =
        queues
            .call("AmazonSQS.ListQueues", Json.object().put("QueueNamePrefix", STACK + "-"))
            .path("QueueUrls");
    assertFalse(own.isEmpty(), "The stack has no queues");
    return own.valueStream().mapToLong(url -> messages(url.asText())).sum();
  }

  private long messages(String queueUrl) {
    ObjectNode request = Json.object().put("QueueUrl", queueUrl);
    request.putArray("AttributeNames").add("All");
    JsonNode counts = queues.call("AmazonSQS.GetQueueAttributes", request).path("Attributes");
    return counts.path("ApproximateNumberOfMessages").asLong()
        + counts.path("ApproximateNumberOfMessagesNotVisible").asLong();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
