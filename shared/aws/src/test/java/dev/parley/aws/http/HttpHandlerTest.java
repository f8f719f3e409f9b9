package dev.parley.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.referral.LinkToken;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.probe.EchoHandler;
import dev.parley.probe.Invocations;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HttpHandlerTest {
  private final EchoHandler handler = Invocations.handler(EchoHandler.class, EchoHandler::new);

  @Test
  void readsRouteQueryParametersAndBody() throws IOException {
    JsonObject echo = body(call("POST /a/{id}", "/a/1", "q=%E8%A1%A3+x&q=2&e=", "héllo", false));

    assertEquals("POST /a/{id}", echo.text("route"));
    assertEquals("héllo", echo.text("body"));
    assertEquals("衣 x,2", echo.object("query").text("q"));
    assertEquals("", echo.object("query").text("e"));
    assertEquals("1", echo.object("parameters").text("id"));
    assertEquals("2026-11-24T10:00:00Z", echo.text("at"));
  }

  @Test
  void decodesABodyThatCameAsBase64() throws IOException {
    assertEquals("Hi!/>", body(call("POST /a", "/a", "", "SGkhLz4=", true)).text("body"));
  }

  @Test
  void answersBadInputWithAllOfItsErrors() throws IOException {
    JsonObject reply = call("GET /bad", "/bad", "", "", false);

    JsonObject problem = body(reply);
    assertEquals(new BigDecimal(400), reply.number("statusCode"));
    assertEquals("application/problem+json", reply.object("headers").text("content-type"));
    assertEquals("request-7", problem.text("requestId"));
    assertEquals(
        List.of("/a", "/b"),
        problem.objects("errors").stream().map(e -> e.text("pointer")).toList());
  }

  @Test
  void asksToTryAgainWhenAFaultMayPass() throws IOException {
    JsonObject reply = call("GET /throttled", "/throttled", "", "", false);

    assertEquals(new BigDecimal(503), reply.number("statusCode"));
    assertEquals("1", reply.object("headers").text("retry-after"));
  }

  @Test
  void answersAnIdThatNothingCanHaveAsOneThatNothingHas() throws IOException {
    for (String id : List.of("", "x".repeat(201), "字".repeat(3000))) {
      JsonObject reply = called("GET /named/{id}", "/named", "", "", false, id);

      assertEquals(new BigDecimal(404), reply.number("statusCode"), id);
      assertEquals("https://parley.dev/problems/not-found", body(reply).text("type"));
    }
    JsonObject longest = called("GET /named/{id}", "/named", "", "", false, "x".repeat(200));

    assertEquals(new BigDecimal(200), longest.number("statusCode"));
  }

  @Test
  void refusesACursorLongerThanAny() throws IOException {
    assertEquals(200, page("c".repeat(1500)).longValue("statusCode"));

    JsonObject refused = page("c".repeat(1501));

    assertEquals(400, refused.longValue("statusCode"));
    assertEquals(
        "must be a cursor of this list", body(refused).objects("errors").getFirst().text("detail"));
  }

  private JsonObject page(String cursor) throws IOException {
    return call("GET /page", "/page", "cursor=" + cursor, "", false);
  }

  @Test
  void keepsWhatBrokeToTheLog() throws IOException {
    JsonObject reply = call("GET /broken", "/broken", "", "", false);

    assertEquals(new BigDecimal(500), reply.number("statusCode"));
    assertFalse(reply.text("body", "").contains("secret text"));
  }

  @Test
  void refusesABodyOverTheLimit() throws IOException {
    JsonObject reply = call("POST /a", "/a", "", "x".repeat(1024 * 1024 + 1), false);

    assertEquals(new BigDecimal(413), reply.number("statusCode"));
  }

  @Test
  void readsTheOfficialEventOfAnHttpApi() throws IOException {
    Path sample =
        Path.of(
            "../../../shared/contracts/data/aws/aws-lambda-go/apigw-v2-request-no-authorizer.json");
    assumeTrue(Files.exists(sample), "The official samples are not beside the project");

    JsonObject reply = Invocations.invoke(handler, Files.readString(sample));

    assertEquals(new BigDecimal(200), reply.number("statusCode"));
  }

  @Test
  void primesWithACallThatNamesWhatFunctionsLookFor() throws IOException {
    handler.beforeCheckpoint(null);

    HttpCall priming = Objects.requireNonNull(handler.last);
    String authorization = Objects.requireNonNull(priming.header("authorization"));
    assertTrue(ApiKey.looksLikeOne(authorization.substring("Bearer ".length())));
    assertTrue(LinkToken.parse(priming.parameter("token")).isPresent());
    assertEquals("priming", priming.parameter("channelId"));
  }

  private JsonObject call(String route, String path, String query, String body, boolean base64)
      throws IOException {
    return called(route, path, query, body, base64, "1");
  }

  private JsonObject called(
      String route, String path, String query, String body, boolean base64, String id)
      throws IOException {
    String event =
        JsonWriter.text(
            w ->
                w.field("version", "2.0")
                    .field("routeKey", route)
                    .field("rawPath", path)
                    .field("rawQueryString", query)
                    .put("headers", Map.of("Content-Type", "text/plain"))
                    .put("pathParameters", Map.of("id", id))
                    .put(
                        "requestContext",
                        Map.of("requestId", "request-7", "http", Map.of("sourceIp", "10.0.0.1")))
                    .field("body", body)
                    .field("isBase64Encoded", base64));
    return Invocations.invoke(handler, event);
  }

  private static JsonObject body(JsonObject reply) throws IOException {
    return Json.readObject(reply.text("body", ""));
  }
}
