package dev.parley.aws.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.parley.domain.fault.TransientFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class ServiceFaultsTest {
  private final Connections connections = new Connections();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    connections.close();
  }

  @Test
  void aFaultOfTheServiceMayPass() {
    answer(500, "InternalServerError");

    assertThrows(TransientFault.class, this::get);
  }

  @Test
  void throttlingMayPass() {
    answer(400, "ThrottlingException");

    assertThrows(TransientFault.class, this::get);
  }

  @Test
  void aLostConnectionMayPass() {
    server.createContext("/", exchange -> exchange.close());

    assertThrows(TransientFault.class, this::get);
  }

  @Test
  void aRefusalStaysWhatItIs() {
    answer(400, "ConditionalCheckFailedException");

    var refusal = assertThrows(ConditionalCheckFailedException.class, this::get);

    assertEquals(400, refusal.statusCode());
  }

  private void answer(int status, String type) {
    byte[] body =
        ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"no\"}")
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void get() {
    RuntimeEnvironment environment =
        new RuntimeEnvironment(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort()),
            InstantSource.system());
    try (DynamoDbClient dynamo = new AwsClients(environment, connections).dynamoDb()) {
      dynamo.getItem(r -> r.tableName("t").key(Map.of("pk", AttributeValue.fromS("a"))));
    }
  }
}
