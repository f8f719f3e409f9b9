package dev.parley.sandbox.meta;

import static dev.parley.sandbox.RunningSandbox.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.messenger.SimulatedMessenger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphServerTest {
  private static final GraphAccount PAGE = SimulatedMessenger.DEMO;
  private static final String TOKEN = PAGE.credentials().accessToken();

  private final RunningSandbox sandbox = new RunningSandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void takesAnyVersionAndTheTokenInTheHeaderOrTheQuery() {
    assertEquals(200, get("Bearer " + TOKEN, "/v25.0/me").statusCode());
    assertEquals(200, get("Bearer " + TOKEN, "/v9.0/me").statusCode());
    assertEquals(200, get("Bearer " + TOKEN, "/me").statusCode());
    assertEquals(200, get("none", "/v25.0/me?access_token=" + TOKEN).statusCode());
  }

  @Test
  void refusesWhoHasNoTokenOrAWrongOne() {
    assertEquals("401 104", error(get("none", "/v25.0/me")));
    assertEquals("401 190", error(get("Bearer wrong", "/v25.0/me")));
    assertEquals("401 190", error(get("none", "/v25.0/debug_token?access_token=wrong")));
    HttpResponse<String> wrong = get("Bearer wrong", "/v25.0/me");
    assertTrue(json(wrong.body()).at("/error/fbtrace_id").isTextual());
    assertEquals("OAuthException", json(wrong.body()).at("/error/type").asText());
  }

  @Test
  void aTokenOpensItsOwnAccountAlone() {
    sandbox.control(
        "messenger",
        "POST",
        "/channels",
        "{\"channelId\":\"200\",\"accessToken\":\"t\",\"appSecret\":\"s\",\"verifyToken\":\"v\"}");

    assertEquals(
        "400 100/33",
        error(sandbox.call("Bearer t", "POST", "/meta/v25.0/" + PAGE.id() + "/messages", "{}")));
    assertEquals(
        "400 100", error(sandbox.call("Bearer t", "POST", "/meta/v25.0/200/messages", "{}")));
    assertEquals(
        "400 100", error(sandbox.call("Bearer t", "POST", "/meta/v25.0/me/messages", "{}")));
    assertEquals("400 2500", error(get("Bearer t", "/v25.0/200/dances")));
    assertEquals("400 100/33", error(sandbox.call("Bearer t", "POST", "/meta/v25.0/200", "{}")));
  }

  @Test
  void aTokenEndsWhenItIsToldTo() {
    sandbox.control(
        "messenger",
        "POST",
        "/channels/" + PAGE.id() + "/expire",
        "{\"at\":\"" + sandbox.now().plus(Duration.ofHours(1)) + "\"}");
    JsonNode before = debug();
    int inTime = get("Bearer " + TOKEN, "/v25.0/me").statusCode();
    sandbox.advance(Duration.ofHours(1));
    JsonNode after = debug();

    assertEquals(200, inTime);
    assertTrue(before.path("is_valid").asBoolean());
    assertEquals(sandbox.now().getEpochSecond(), before.path("expires_at").asLong());
    assertEquals("401 190/463", error(get("Bearer " + TOKEN, "/v25.0/me")));
    assertFalse(after.path("is_valid").asBoolean(true));
    assertEquals(463, after.at("/error/subcode").asInt());

    sandbox.server().messenger().register(PAGE, "Shop");

    assertEquals(200, get("Bearer " + TOKEN, "/v25.0/me").statusCode());
  }

  @Test
  void tellsOfAPagesTokenToItsAppAlone() {
    JsonNode data = debug();
    String app = "1|" + PAGE.credentials().appSecret();
    HttpResponse<String> byApp =
        get(
            "none",
            "/v25.0/debug_token?input_token=" + TOKEN + "&access_token=" + app.replace("|", "%7C"));
    HttpResponse<String> unknown = get("Bearer " + app, "/v25.0/debug_token?input_token=unknown");
    String itself = "/v25.0/debug_token?input_token=" + TOKEN;

    assertEquals("PAGE", data.path("type").asText());
    assertEquals(0, data.path("expires_at").asLong(-1));
    assertTrue(data.path("scopes").toString().contains("pages_messaging"));
    assertEquals(200, byApp.statusCode());
    assertFalse(json(unknown.body()).at("/data/is_valid").asBoolean(true));
    assertEquals("400 100", error(get("Bearer " + TOKEN, itself)));
    assertEquals(
        data.path("app_id").asText(),
        json(get("Bearer " + TOKEN, "/v25.0/app?fields=id").body()).path("id").asText());
  }

  @Test
  void whatATokenMayReadEndsOnItsOwn() {
    sandbox.control(
        "messenger",
        "POST",
        "/channels/" + PAGE.id() + "/expire",
        "{\"dataAccessAt\":\"" + sandbox.now().plus(Duration.ofHours(1)) + "\"}");

    JsonNode data = debug();

    assertEquals(0, data.path("expires_at").asLong(-1));
    assertEquals(
        sandbox.now().plus(Duration.ofHours(1)).getEpochSecond(),
        data.path("data_access_expires_at").asLong());
  }

  @Test
  void aProofOfTheSecretMustBeRightIfItIsGiven() {
    String proof = HubSignature.proof(PAGE.credentials().appSecret(), TOKEN);

    assertEquals(200, get("Bearer " + TOKEN, "/me?appsecret_proof=" + proof).statusCode());
    assertEquals("400 100", error(get("Bearer " + TOKEN, "/me?appsecret_proof=wrong")));
  }

  @Test
  void aWebhookMustAnswerTheChallengeBeforeItHearsAnything() {
    boolean known = sandbox.server().messenger().register(PAGE.at(sandbox.webhookUrl()), "Shop");
    sandbox.control("messenger", "POST", "/customers/70001/messages", "{\"text\":\"hi\"}");
    GraphAccount stranger =
        new GraphAccount("300", new Credentials("t3", "s", "stranger"), sandbox.webhookUrl());
    boolean unknown = sandbox.server().messenger().register(stranger, "Stranger");
    JsonNode said =
        sandbox.control(
            "messenger",
            "POST",
            "/customers/70002/messages",
            "{\"text\":\"hi\",\"channelId\":\"300\"}");

    assertTrue(known);
    assertFalse(unknown);
    assertEquals(List.of(PAGE.credentials().verifyToken(), "stranger"), sandbox.verified);
    assertEquals(1, sandbox.hooks.size());
    assertEquals("not_subscribed", said.path("reason").asText());
    assertThrows(
        IllegalStateException.class,
        () ->
            sandbox.control(
                "messenger",
                "POST",
                "/channels",
                "{\"channelId\":\"300\",\"accessToken\":\"t3\",\"appSecret\":\"s\","
                    + "\"verifyToken\":\"stranger\",\"webhookUrl\":\""
                    + sandbox.webhookUrl()
                    + "\"}"));
  }

  private JsonNode debug() {
    String app = "1%7C" + PAGE.credentials().appSecret();
    String path = "/v25.0/debug_token?input_token=" + TOKEN + "&access_token=" + app;
    return json(get("none", path).body()).path("data");
  }

  private HttpResponse<String> get(String authorization, String path) {
    return sandbox.call(authorization, "GET", "/meta" + path, "");
  }

  private static String error(HttpResponse<String> response) {
    JsonNode error = json(response.body()).path("error");
    String subcode = error.has("error_subcode") ? "/" + error.get("error_subcode").asText() : "";
    return response.statusCode() + " " + error.path("code").asText() + subcode;
  }
}
