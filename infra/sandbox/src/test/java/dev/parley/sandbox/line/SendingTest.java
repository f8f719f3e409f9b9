package dev.parley.sandbox.line;

import static dev.parley.sandbox.RunningSandbox.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final String ANN = "U" + "a".repeat(32);
  private static final String KEY = "123e4567-e89b-12d3-a456-426614174000";

  private final RunningSandbox sandbox = new RunningSandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aReplyTokenWorksOnceAndPutsTheMessageOnThePhone() {
    String token = tokenOf(ANN);

    HttpResponse<String> first = reply(token, "hello");
    HttpResponse<String> second = reply(token, "again");

    assertEquals(200, first.statusCode());
    assertTrue(first.headers().firstValue("x-line-request-id").isPresent());
    JsonNode sent = json(first.body()).path("sentMessages").path(0);
    assertTrue(sent.path("id").asText().matches("\\d{18}"));
    assertTrue(sent.hasNonNull("quoteToken"));
    assertEquals(400, second.statusCode());
    assertEquals("{\"message\":\"Invalid reply token\"}", second.body());
    JsonNode phone = sandbox.control("GET", "/customers/" + ANN + "/messages", "").path("items");
    assertEquals("hello", phone.path(1).path("message").path("text").asText());
  }

  @Test
  void aReplyTokenLivesAMinuteAndNotLonger() {
    String inTime = tokenOf(ANN);
    sandbox.advance(Duration.ofSeconds(60));
    int atAMinute = reply(inTime, "just").statusCode();
    String late = tokenOf(ANN);
    sandbox.advance(Duration.ofSeconds(60).plusMillis(1));
    int after = reply(late, "late").statusCode();

    assertEquals(200, atAMinute);
    assertEquals(400, after);
  }

  @Test
  void redeliveryGivesATokenANewMinuteButNotBeyondTwenty() {
    JsonNode said = sandbox.say(ANN, "{\"text\":\"hi\"}");
    String again = "/deliveries/" + said.path("webhookEventId").asText() + "/redeliver";
    sandbox.advance(Duration.ofMinutes(5));
    sandbox.control("POST", again, "{}");

    assertEquals(200, reply(said.path("replyToken").asText(), "hello").statusCode());

    JsonNode other = sandbox.say(ANN, "{\"text\":\"hi\"}");
    sandbox.advance(Duration.ofMinutes(20).plusMillis(1));
    sandbox.control(
        "POST", "/deliveries/" + other.path("webhookEventId").asText() + "/redeliver", "{}");

    assertEquals(400, reply(other.path("replyToken").asText(), "hello").statusCode());
  }

  @Test
  void aReplyTokenBelongsToItsChannel() {
    sandbox.control(
        "POST",
        "/channels",
        "{\"channelId\":\"other\",\"channelSecret\":\"s\",\"channelAccessToken\":\"t\"}");
    String token = tokenOf(ANN);
    String body = "{\"replyToken\":\"" + token + "\",\"messages\":" + messages("x") + "}";

    assertEquals(
        400, sandbox.call("Bearer t", "POST", "/line/v2/bot/message/reply", body).statusCode());
    assertEquals(200, reply(token, "x").statusCode());
  }

  @Test
  void anInvalidMessageDoesNotUseTheTokenUp() {
    String token = tokenOf(ANN);

    assertEquals(400, reply(token, "").statusCode());
    assertEquals(200, reply(token, "x").statusCode());
  }

  @Test
  void aReplyTakesNoRetryKey() {
    String body = "{\"replyToken\":\"" + tokenOf(ANN) + "\",\"messages\":" + messages("x") + "}";

    assertEquals(
        400,
        sandbox.line("POST", "/v2/bot/message/reply", body, "X-Line-Retry-Key", KEY).statusCode());
  }

  @Test
  void aRetryKeyIsAcceptedOnce() {
    tokenOf(ANN);
    HttpResponse<String> first = push(ANN, "x", "X-Line-Retry-Key", KEY);
    HttpResponse<String> second = push(ANN, "x", "X-Line-Retry-Key", KEY);

    assertEquals(200, first.statusCode());
    assertEquals(409, second.statusCode());
    assertEquals("The retry key is already accepted", json(second.body()).path("message").asText());
    assertEquals(json(first.body()).path("sentMessages"), json(second.body()).path("sentMessages"));
    assertEquals(
        first.headers().firstValue("x-line-request-id"),
        second.headers().firstValue("x-line-accepted-request-id"));
    assertEquals(400, push(ANN, "y", "X-Line-Retry-Key", KEY).statusCode());
    assertEquals(400, push(ANN, "x", "X-Line-Retry-Key", "not-a-uuid").statusCode());

    sandbox.advance(Duration.ofHours(24));

    assertEquals(200, push(ANN, "x", "X-Line-Retry-Key", KEY).statusCode());
  }

  @Test
  void aPushToOneWhoBlockedIsTakenAndNotDelivered() {
    tokenOf(ANN);
    sandbox.control("POST", "/customers/" + ANN + "/block", "{}");

    assertEquals(200, push(ANN, "x").statusCode());
    JsonNode phone = sandbox.control("GET", "/customers/" + ANN + "/messages", "").path("items");
    assertEquals("unfollow", phone.path(1).path("event").asText());
    assertEquals(2, phone.size());
    assertEquals(404, sandbox.line("GET", "/v2/bot/profile/" + ANN, "").statusCode());
  }

  @Test
  void aPushToNobodyIsRefused() {
    HttpResponse<String> stranger = push("U" + "b".repeat(32), "x");
    HttpResponse<String> malformed = push("ann", "x");

    assertEquals(400, stranger.statusCode());
    assertEquals("Failed to send messages", json(stranger.body()).path("message").asText());
    assertEquals(400, malformed.statusCode());
    assertTrue(malformed.body().contains("The property, 'to', in the request body is invalid"));
  }

  @Test
  void aBodyMustBeJsonAndSmall() {
    tokenOf(ANN);
    String path = "/v2/bot/message/push";

    assertEquals(415, sandbox.line("POST", path, "{}", "content-type", "text/plain").statusCode());
    HttpResponse<String> broken = sandbox.line("POST", path, "{\"to\":");
    assertEquals(400, broken.statusCode());
    assertTrue(broken.body().contains("could not be parsed as JSON (line: 1, column: "));
    String padded = " ".repeat(2 * 1024 * 1024 - 100);
    String body = "{\"to\":\"" + ANN + "\",\"messages\":" + messages("x") + "}";
    assertEquals(
        200, sandbox.line("POST", path, body + padded.substring(body.length())).statusCode());
    assertEquals(413, sandbox.line("POST", path, padded + " ".repeat(101)).statusCode());
  }

  @Test
  void anUnknownTokenIsRefused() {
    HttpResponse<String> response =
        sandbox.call("Bearer wrong", "POST", "/line/v2/bot/message/push", "{}");

    assertEquals(401, response.statusCode());
    assertTrue(response.body().contains("Authentication failed"));
  }

  @Test
  void aMonthHasALimit() {
    tokenOf(ANN);
    sandbox.control(
        "POST",
        "/channels",
        "{\"channelId\":\"2000000001\",\"channelSecret\":\"s\",\"monthlyLimit\":1,"
            + "\"channelAccessToken\":\"sandbox-line-channel-access-token\"}");

    assertEquals(200, push(ANN, "x").statusCode());
    HttpResponse<String> over = push(ANN, "x");
    assertEquals(429, over.statusCode());
    assertEquals("{\"message\":\"You have reached your monthly limit.\"}", over.body());
    assertEquals(
        "{\"totalUsage\":1}", sandbox.line("GET", "/v2/bot/message/quota/consumption", "").body());

    sandbox.advance(Duration.ofDays(31));

    assertEquals(200, push(ANN, "x").statusCode());
  }

  @Test
  void misbehavesAsAsked() {
    tokenOf(ANN);
    sandbox.control("POST", "/behaviour", "{\"operation\":\"push\",\"status\":500,\"count\":1}");
    sandbox.control("POST", "/behaviour", "{\"monthlyLimit\":true,\"count\":1}");
    sandbox.control(
        "POST", "/behaviour", "{\"operation\":\"push\",\"drop\":\"after\",\"count\":1}");

    assertEquals(500, push(ANN, "a").statusCode());
    assertEquals("{\"message\":\"You have reached your monthly limit.\"}", push(ANN, "b").body());
    assertThrows(UncheckedIOException.class, () -> push(ANN, "c"));
    assertEquals(200, push(ANN, "d").statusCode());

    JsonNode phone = sandbox.control("GET", "/customers/" + ANN + "/messages", "").path("items");
    assertEquals("c", phone.path(1).path("message").path("text").asText());
    assertEquals("d", phone.path(2).path("message").path("text").asText());
  }

  @Test
  void keepsTheCallsWithoutTheToken() {
    tokenOf(ANN);
    push(ANN, "x", "X-Line-Retry-Key", KEY);

    JsonNode call = sandbox.control("GET", "/calls", "").path("items").path(0);
    assertEquals("push", call.path("operation").asText());
    assertEquals(200, call.path("status").asInt());
    assertEquals(ANN, call.path("request").path("to").asText());
    assertEquals(KEY, call.path("requestHeaders").path("x-line-retry-key").asText());
    assertTrue(call.path("requestHeaders").path("authorization").isMissingNode());
    assertTrue(call.path("response").path("sentMessages").isArray());
  }

  @Test
  void triesMessagesWithoutSendingThem() {
    String path = "/v2/bot/message/validate/push";

    assertEquals(
        200, sandbox.line("POST", path, "{\"messages\":" + messages("x") + "}").statusCode());
    assertEquals(
        400, sandbox.line("POST", path, "{\"messages\":" + messages("") + "}").statusCode());
  }

  private String tokenOf(String userId) {
    return sandbox.say(userId, "{\"text\":\"hi\"}").path("replyToken").asText();
  }

  private HttpResponse<String> reply(String token, String text) {
    String body = "{\"replyToken\":\"" + token + "\",\"messages\":" + messages(text) + "}";
    return sandbox.line("POST", "/v2/bot/message/reply", body);
  }

  private HttpResponse<String> push(String to, String text, String... headers) {
    String body = "{\"to\":\"" + to + "\",\"messages\":" + messages(text) + "}";
    return sandbox.line("POST", "/v2/bot/message/push", body, headers);
  }

  private static String messages(String text) {
    return "[{\"type\":\"text\",\"text\":\"" + text + "\"}]";
  }
}
