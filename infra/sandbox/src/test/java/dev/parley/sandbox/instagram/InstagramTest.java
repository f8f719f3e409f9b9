package dev.parley.sandbox.instagram;

import static dev.parley.sandbox.RunningSandbox.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.RunningSandbox.Hook;
import dev.parley.sandbox.meta.GraphAccount;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstagramTest {
  private static final GraphAccount SHOP = SimulatedInstagram.DEMO;
  private static final String ANN = "8000000000000001";

  private final RunningSandbox sandbox = new RunningSandbox();

  @BeforeEach
  void register() {
    sandbox.server().instagram().register(SHOP.at(sandbox.webhookUrl()), "Tea Shop");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aMessageComesInTheEnvelopeOfInstagram() {
    ann("messages", "{\"text\":\"hi\"}");
    Hook hook = sandbox.next();

    assertEquals("instagram", json(hook.body()).path("object").asText());
    assertEquals(SHOP.id(), json(hook.body()).at("/entry/0/id").asText());
    assertEquals("hi", hook.item().at("/message/text").asText());
  }

  @Test
  void everyKindOfMessageHasItsShape() {
    JsonNode mention = heard("{\"storyMention\":\"https://a.example/s.jpg\"}");
    JsonNode answer = heard("{\"text\":\"wow\",\"storyReply\":\"https://a.example/s.jpg\"}");
    JsonNode share = heard("{\"share\":\"https://a.example/p.jpg\"}");
    JsonNode reel = heard("{\"reel\":{\"url\":\"https://a.example/r.mp4\",\"id\":\"17\"}}");
    JsonNode heart = heard("{\"sticker\":true}");
    JsonNode unsupported = heard("{\"unsupported\":true}");

    assertEquals("story_mention", mention.at("/message/attachments/0/type").asText());
    assertEquals("https://a.example/s.jpg", answer.at("/message/reply_to/story/url").asText());
    assertTrue(answer.at("/message/reply_to/story/id").isTextual());
    assertEquals("share", share.at("/message/attachments/0/type").asText());
    assertEquals("17", reel.at("/message/attachments/0/payload/reel_video_id").asText());
    assertEquals("like_heart", heart.at("/message/attachments/0/type").asText());
    assertTrue(unsupported.at("/message/is_unsupported").asBoolean());
  }

  @Test
  void itsEchoNamesNoAppAndNoDeliveryIsTold() {
    ann("messages", "{\"text\":\"hi\"}");
    sandbox.next();
    String id = json(send("/me/messages", "x").body()).path("message_id").asText();
    JsonNode echo = sandbox.next().item();
    ann("read", "{}");
    JsonNode read = sandbox.next().item();

    assertEquals(SHOP.id(), echo.at("/sender/id").asText());
    assertEquals(id, echo.at("/message/mid").asText());
    assertTrue(echo.at("/message/is_echo").asBoolean());
    assertTrue(echo.at("/message/app_id").isMissingNode());
    assertEquals(id, read.at("/read/mid").asText());
    assertEquals(3, sandbox.hooks.size());
  }

  @Test
  void theWindowIsADayAndItsSubcodeInstagrams() {
    heard("{\"storyMention\":true}");
    sandbox.advance(Duration.ofHours(24));
    int inTime = send("/" + SHOP.id() + "/messages", "x").statusCode();
    sandbox.advance(Duration.ofMillis(1));

    assertEquals(200, inTime);
    assertEquals("400 10/2534022", error(send("/me/messages", "x")));
  }

  @Test
  void aTextIsCountedInBytes() {
    heard("{\"text\":\"hi\"}");

    assertEquals(200, send("/me/messages", "字".repeat(333)).statusCode());
    assertEquals("400 100", error(send("/me/messages", "字".repeat(334))));
  }

  @Test
  void aProfileNeedsConsent() {
    control("POST", "/customers", "{\"id\":\"" + ANN + "\",\"username\":\"ann.lee\"}");
    JsonNode profile =
        json(graph("GET", "/" + ANN + "?fields=name,username,profile_pic", "").body());
    control("POST", "/customers", "{\"id\":\"" + ANN + "\",\"private\":true}");

    assertEquals("ann.lee", profile.path("username").asText());
    assertFalse(profile.has("profile_pic"));
    assertEquals("403 230", error(graph("GET", "/" + ANN + "?fields=name", "")));
  }

  @Test
  void aTokenIsRefreshedForSixtyDays() {
    JsonNode token =
        json(graph("GET", "/refresh_access_token?grant_type=ig_refresh_token", "").body());
    sandbox.advance(Duration.ofDays(60).minusMillis(1));
    int inTime = graph("GET", "/me?fields=name", "").statusCode();
    sandbox.advance(Duration.ofMillis(1));

    assertEquals("bearer", token.path("token_type").asText());
    assertEquals(Duration.ofDays(60).toSeconds(), token.path("expires_in").asLong());
    assertEquals(200, inTime);
    assertEquals("401 190/463", error(graph("GET", "/me?fields=name", "")));
  }

  private JsonNode heard(String said) {
    ann("messages", said);
    return sandbox.next().item();
  }

  private void ann(String what, String body) {
    control("POST", "/customers/" + ANN + "/" + what, body);
  }

  private void control(String method, String path, String body) {
    sandbox.control("instagram", method, path, body);
  }

  private HttpResponse<String> send(String path, String text) {
    return graph(
        "POST",
        path,
        "{\"recipient\":{\"id\":\"" + ANN + "\"},\"message\":{\"text\":\"" + text + "\"}}");
  }

  private HttpResponse<String> graph(String method, String path, String body) {
    String token = SHOP.credentials().accessToken();
    return sandbox.call("Bearer " + token, method, "/instagram/v25.0" + path, body);
  }

  private static String error(HttpResponse<String> response) {
    JsonNode error = json(response.body()).path("error");
    String subcode = error.has("error_subcode") ? "/" + error.get("error_subcode").asText() : "";
    return response.statusCode() + " " + error.path("code").asText() + subcode;
  }
}
