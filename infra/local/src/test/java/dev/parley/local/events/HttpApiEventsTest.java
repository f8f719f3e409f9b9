package dev.parley.local.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpApiEventsTest {
  private static final Instant NOW = Instant.parse("2020-04-21T15:08:21.067Z");
  private final HttpApiEvents events = new HttpApiEvents("123456789012");

  private ObjectNode event(
      String method, @Nullable String query, Map<String, List<String>> headers, byte[] body) {
    HttpRequest request = new HttpRequest(method, "/a/x%20y", query, headers, body);
    return events.event(request, method + " /a/{id}", Map.of("id", "x y"), NOW, "id");
  }

  @Test
  void leavesOutWhatIsNotThere() {
    ObjectNode event = event("GET", null, Map.of(), new byte[0]);

    for (String absent : List.of("body", "queryStringParameters", "cookies")) {
      assertFalse(event.has(absent), absent);
    }
    assertEquals("", event.path("rawQueryString").asText("-"));
    assertFalse(event.path("isBase64Encoded").asBoolean());
    assertEquals("21/Apr/2020:15:08:21 +0000", event.at("/requestContext/time").asText());
    assertEquals(1587481701067L, event.at("/requestContext/timeEpoch").asLong());
  }

  @Test
  void joinsWhatComesSeveralTimesAndTakesCookiesApart() {
    Map<String, List<String>> headers =
        Map.of("X-Many", List.of("1", "2"), "Cookie", List.of("a=1; b=2", "c=3"));

    ObjectNode event = event("GET", "p=1&p=2&hub.mode=x%20y&flag", headers, new byte[0]);

    assertEquals("1,2", event.at("/headers/x-many").asText());
    assertEquals("[\"a=1\",\"b=2\",\"c=3\"]", event.path("cookies").toString());
    assertEquals("1,2", event.at("/queryStringParameters/p").asText());
    assertEquals("x y", event.path("queryStringParameters").path("hub.mode").asText());
    assertEquals("", event.path("queryStringParameters").path("flag").asText("-"));
    assertEquals("p=1&p=2&hub.mode=x%20y&flag", event.path("rawQueryString").asText());
  }

  @Test
  void handsTextOnAsItIsAndEverythingElseInBase64() {
    byte[] text = "{\"名\":1}".getBytes(StandardCharsets.UTF_8);
    byte[] broken = {(byte) 0xff, 1};

    assertEquals("{\"名\":1}", body("application/json; charset=utf-8", text).path("body").asText());
    assertEquals("{\"名\":1}", body("application/vnd.x+json", text).path("body").asText());
    ObjectNode form =
        body("application/x-www-form-urlencoded", "a=b".getBytes(StandardCharsets.UTF_8));
    assertTrue(form.path("isBase64Encoded").asBoolean());
    assertEquals("YT1i", form.path("body").asText());
    assertEquals("/wE=", body("image/png", broken).path("body").asText());
    assertEquals("/wE=", body("application/json", broken).path("body").asText());
  }

  private ObjectNode body(String contentType, byte[] body) {
    return event("POST", null, Map.of("Content-Type", List.of(contentType)), body);
  }

  @Test
  void makesOfAnAnswerWhatApiGatewayMakesOfIt() {
    assertEquals(204, reply("{\"statusCode\":204}").status());
    assertArrayEquals(new byte[0], reply("{\"statusCode\":204}").body());
    Reply binary =
        reply(
            "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"image/png\"},\"body\":\"/wE=\","
                + "\"isBase64Encoded\":true}");
    assertArrayEquals(new byte[] {(byte) 0xff, 1}, binary.body());
    assertEquals("image/png", binary.headers().get("content-type"));
    assertEquals(
        "a\nb",
        reply("{\"statusCode\":200,\"cookies\":[\"a\",\"b\"]}").headers().get("set-cookie"));
    assertEquals("{\"a\":1}", new String(reply("{\"a\":1}").body(), StandardCharsets.UTF_8));
    assertEquals("application/json", reply("{\"a\":1}").headers().get("content-type"));
    assertEquals(500, reply("oops").status());
  }

  private static Reply reply(String payload) {
    return HttpApiEvents.reply(payload.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void hasTheFieldsOfTheOfficialSamples() throws IOException {
    Path sample =
        Path.of("../../../shared/contracts/data/aws/aws-lambda-go")
            .resolve("apigw-v2-request-no-authorizer.json");
    assumeTrue(Files.exists(sample), "The official samples are not here: " + sample);
    JsonNode official = Json.parse(Files.readAllBytes(sample));

    ObjectNode ours = event("GET", null, Map.of(), new byte[0]);
    ours.remove("pathParameters");

    assertEquals(names(official), names(ours));
    Set<String> context = names(official.path("requestContext"));
    context.remove("authentication");
    assertEquals(context, names(ours.path("requestContext")));
    assertEquals(
        names(official.at("/requestContext/http")), names(ours.at("/requestContext/http")));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
