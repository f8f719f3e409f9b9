package dev.parley.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.probe.Seen;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalParleyTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static LocalParley parley;

  @BeforeAll
  static void start() throws Exception {
    Path template = Path.of(LocalParleyTest.class.getResource("/small-template.yaml").toURI());
    parley =
        LocalParley.start(
            LocalOptions.onFreePorts()
                .withTemplate(template)
                .withoutDemo()
                .withEndpoint("line", "http://127.0.0.1:1/line"));
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @BeforeEach
  void forget() throws Exception {
    send("DELETE", "/_local/faults", "");
    send("POST", "/_local/clock", "{\"reset\":true}");
    idle();
    send("POST", "/_local/usage/reset", "");
    Seen.clear();
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(parley.api().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.parse(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void idle() throws Exception {
    assertEquals(200, send("GET", "/_local/idle?timeoutMs=20000", "").statusCode());
  }

  private static String message(String id, String group, String text) {
    return Json.object().put("id", id).put("group", group).put("text", text).toString();
  }

  @Test
  void answersARequestThroughTheHandlerWithTheTemplatesEnvironment() throws Exception {
    HttpResponse<String> response = send("POST", "/echo/a%20b?x=1&x=2", "hello");

    assertEquals(201, response.statusCode());
    assertEquals(List.of("a=1", "b=2"), response.headers().allValues("set-cookie"));
    JsonNode body = json(response);
    assertEquals("POST /echo/{id}", body.at("/event/routeKey").asText());
    assertEquals("a b", body.at("/event/pathParameters/id").asText());
    assertEquals("1,2", body.at("/event/queryStringParameters/x").asText());
    assertEquals("hello", body.at("/event/body").asText());
    JsonNode variables = body.path("variables");
    assertEquals("NotesTable-us-east-1", variables.path("OWN").asText());
    assertEquals("everywhere", variables.path("COMMON").asText());
    assertEquals(parley.api().toString(), variables.path("PUBLIC_BASE_URL").asText());
    assertTrue(variables.path("LINE_API_BASE_URL").asText().contains("/_platform/line/EchoX"));
    assertTrue(body.path("remainingMillis").asInt() > 1000);
  }

  @Test
  void answersAsApiGatewayWhenThereIsNoRouteOrTheFunctionFails() throws Exception {
    assertEquals("{\"message\":\"Not Found\"}", send("GET", "/nowhere", "").body());
    assertEquals(404, send("DELETE", "/echo/1", "").statusCode());
    assertEquals(500, send("POST", "/echo/1", "throw").statusCode());
    assertEquals(413, send("POST", "/echo/1", "x".repeat(10 * 1024 * 1024 + 1)).statusCode());
  }

  @Test
  void endsAFunctionAtItsTimeOutAndGoesOnWithAFreshInstance() throws Exception {
    assertEquals(503, send("POST", "/echo/1", "hang").statusCode());
    assertEquals(201, send("POST", "/echo/1", "hello").statusCode());
  }

  @Test
  void handsMessagesOfAGroupOnInOrderAndEachItemToTheStream() throws Exception {
    String messages =
        IntStream.range(0, 40)
            .mapToObj(i -> message("m" + i, "g" + i % 2, "ok"))
            .toList()
            .toString();

    assertEquals(202, send("POST", "/send", messages).statusCode());
    idle();

    for (String group : List.of("g0:", "g1:")) {
      List<Integer> numbers =
          Seen.STORED.stream()
              .filter(stored -> stored.startsWith(group))
              .map(stored -> Integer.valueOf(stored.substring(4)))
              .toList();
      assertEquals(20, numbers.size());
      assertEquals(numbers.stream().sorted().toList(), numbers);
    }
    assertEquals(40, Seen.CHANGES.size());
    JsonNode usage = json(send("GET", "/_local/usage", ""));
    assertEquals(40, usage.at("/operations/dynamodb:PutItem/writeUnits").asInt());
    assertEquals(40, usage.at("/functions/Send/operations/sqs:SendMessage/count").asInt());
    String sequence = Seen.DELIVERIES.getFirst().at("/attributes/SequenceNumber").asText();
    assertEquals(20, sequence.length());
  }

  @Test
  void retriesAFailedMessageAfterItsVisibilityTimeOutAndThenGivesItUp() throws Exception {
    send("POST", "/send", "[" + message("f1", "f", "fail") + "," + message("f2", "f", "ok") + "]");
    assertEquals(408, send("GET", "/_local/idle?timeoutMs=300", "").statusCode());
    assertEquals(List.of(), Seen.STORED);

    send("POST", "/_local/clock", "{\"advance\":\"PT31S\"}");
    assertEquals(408, send("GET", "/_local/idle?timeoutMs=300", "").statusCode());
    send("POST", "/_local/clock", "{\"advance\":\"PT31S\"}");
    idle();

    assertEquals(
        2,
        Seen.DELIVERIES.stream()
            .filter(record -> record.path("body").asText().contains("f1"))
            .count());
    assertEquals(0, json(send("GET", "/_local/bus", "")).path("items").size());
  }

  @Test
  void crashesAnInvocationOnTheSpotAndDeliversItsMessageAgainAtOnce() throws Exception {
    fault("dynamodb", "PutItem", "after", "crash");

    send("POST", "/send", "[" + message("c1", "c", "ok") + "]");
    idle();

    assertEquals(List.of("c:c1"), Seen.STORED);
    assertEquals(
        List.of("1", "2"),
        Seen.DELIVERIES.stream()
            .map(record -> record.at("/attributes/ApproximateReceiveCount").asText())
            .toList());
  }

  @Test
  void failsCallsBeforeOrAfterTheyTakeEffect() throws Exception {
    fault("sqs", "SendMessage", "after", "internal");
    assertEquals(500, send("POST", "/send", "[" + message("x1", "x", "ok") + "]").statusCode());
    idle();
    assertEquals(List.of("x:x1"), Seen.STORED);

    fault("sqs", "SendMessage", "before", "timeout");
    assertEquals(500, send("POST", "/send", "[" + message("x2", "x", "ok") + "]").statusCode());
    idle();
    assertEquals(List.of("x:x1"), Seen.STORED);
  }

  private static void fault(String service, String operation, String when, String error)
      throws Exception {
    String body =
        Json.object()
            .put("service", service)
            .put("operation", operation)
            .put("when", when)
            .put("error", error)
            .toString();
    assertEquals(204, send("POST", "/_local/faults", body).statusCode());
  }

  @Test
  void runsSchedulesThatFellDueOnceAndDeletesWhatExpired() throws Exception {
    String expiring =
        "[{\"id\":\"t1\",\"group\":\"t\",\"text\":\"ok\",\"expiresAt\":\"1900000000\"}]";
    send("POST", "/_local/clock", "{\"set\":\"2030-03-17T17:00:00Z\"}");
    send("POST", "/send", expiring);
    idle();
    Seen.clear();

    JsonNode moved = json(send("POST", "/_local/clock", "{\"set\":\"2030-03-20T00:00:00Z\"}"));
    idle();

    assertEquals(List.of("2030-03-19T18:00:00Z"), Seen.TICKS);
    assertEquals("[\"Watch\"]", moved.path("ran").toString());
    assertEquals(1, Seen.CHANGES.size());
    assertEquals("REMOVE", Seen.CHANGES.getFirst().path("eventName").asText());
    assertEquals("Service", Seen.CHANGES.getFirst().at("/userIdentity/type").asText());
  }

  @Test
  void invokesFunctionsAndSchedulesOnDemandAndCountsThem() throws Exception {
    JsonNode invoked = json(send("POST", "/_local/functions/Watch/invoke", "{\"tick\":\"now\"}"));
    JsonNode run = json(send("POST", "/_local/schedules/Watch/run", ""));

    assertEquals("{\"payload\":{\"done\":true}}", invoked.toString());
    assertEquals(true, run.at("/payload/done").asBoolean());
    assertEquals(2, Seen.TICKS.size());
    JsonNode functions = json(send("GET", "/_local/functions", "")).path("items");
    JsonNode watch =
        StreamSupport.stream(functions.spliterator(), false)
            .filter(one -> one.path("logicalId").asText().equals("Watch"))
            .findFirst()
            .orElseThrow();
    assertTrue(watch.path("invocations").asInt() >= 2);
    assertEquals(2, watch.path("triggers").size());
    assertEquals(404, send("POST", "/_local/functions/Nobody/invoke", "{}").statusCode());
    assertEquals(400, send("POST", "/_local/faults", "{\"service\":\"x\"}").statusCode());
  }
}
