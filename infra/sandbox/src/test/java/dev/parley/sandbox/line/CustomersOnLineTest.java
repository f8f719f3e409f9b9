package dev.parley.sandbox.line;

import static dev.parley.sandbox.RunningSandbox.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.RunningSandbox.Hook;
import dev.parley.sandbox.line.webhook.LineSignature;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersOnLineTest {
  private static final String ANN = "U" + "a".repeat(32);
  private static final String TOKEN = "Bearer " + SimulatedLine.DEMO.channelAccessToken();

  private final RunningSandbox sandbox = new RunningSandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aMessageArrivesSignedAndWithAllThatLineSends() {
    JsonNode answer = sandbox.say(ANN, "{\"text\":\"你好\"}");

    Hook hook = sandbox.hooks.getFirst();
    JsonNode event = hook.event();
    byte[] body = hook.body().getBytes(UTF_8);
    assertEquals(200, answer.path("webhookStatus").asInt());
    assertEquals(LineSignature.of(SimulatedLine.DEMO.channelSecret(), body), hook.signature());
    assertTrue(json(hook.body()).path("destination").asText().matches("U[0-9a-f]{32}"));
    assertEquals("message", event.path("type").asText());
    assertEquals("active", event.path("mode").asText());
    assertEquals(ANN, event.path("source").path("userId").asText());
    assertEquals("你好", event.path("message").path("text").asText());
    assertTrue(event.path("webhookEventId").asText().matches("[0-9A-HJKMNP-TV-Z]{26}"));
    assertFalse(event.path("deliveryContext").path("isRedelivery").asBoolean(true));
    assertTrue(event.path("message").hasNonNull("quoteToken"));
    assertEquals(answer.path("messageId"), event.path("message").path("id"));
    assertEquals(answer.path("replyToken"), event.path("replyToken"));
  }

  @Test
  void everyKindOfMessageHasItsShape() {
    sandbox.say(
        ANN, "{\"sticker\":{\"packageId\":\"446\",\"stickerId\":\"1988\",\"keywords\":[\"ok\"]}}");
    sandbox.say(ANN, "{\"location\":{\"title\":\"Shop\",\"latitude\":25.0,\"longitude\":121.5}}");
    sandbox.say(ANN, "{\"file\":\"a.pdf\"}");
    sandbox.say(ANN, "{\"postback\":{\"data\":\"a=1\"}}");
    sandbox.say(ANN, "{\"event\":{\"type\":\"greatNewFeature\",\"great\":{\"new\":1}}}");

    assertEquals("1988", event(0).path("message").path("stickerId").asText());
    assertEquals(121.5, event(1).path("message").path("longitude").asDouble());
    assertEquals("a.pdf", event(2).path("message").path("fileName").asText());
    assertEquals("a=1", event(3).path("postback").path("data").asText());
    assertEquals("greatNewFeature", event(4).path("type").asText());
    assertEquals(1, event(4).path("great").path("new").asInt());
  }

  @Test
  void aPictureIsDownloadedFromTheDataApiUntilItIsUnsent() {
    String id = sandbox.say(ANN, "{\"image\":true}").path("messageId").asText();
    String path = "/line-data/v2/bot/message/" + id + "/content";
    HttpResponse<String> picture = sandbox.call(TOKEN, "GET", path, "");
    sandbox.control("POST", "/customers/" + ANN + "/unsend", "{\"messageId\":\"" + id + "\"}");

    assertEquals(200, picture.statusCode());
    assertEquals("image/png", picture.headers().firstValue("content-type").orElse(""));
    assertEquals("unsend", event(1).path("type").asText());
    assertTrue(event(1).path("replyToken").isMissingNode());
    assertEquals(404, sandbox.call(TOKEN, "GET", path, "").statusCode());
  }

  @Test
  void redeliveryRepeatsTheEventAndSaysSo() {
    sandbox.say(ANN, "{\"text\":\"hi\",\"redeliver\":true}");

    JsonNode first = event(0);
    JsonNode second = event(1);
    assertEquals(first.path("webhookEventId"), second.path("webhookEventId"));
    assertEquals(first.path("replyToken"), second.path("replyToken"));
    assertTrue(second.path("deliveryContext").path("isRedelivery").asBoolean());
    JsonNode phone = sandbox.control("GET", "/customers/" + ANN + "/messages", "").path("items");
    assertEquals(1, phone.size());
  }

  @Test
  void severalMessagesCanComeInOneCall() {
    sandbox.say(ANN, "{\"text\":\"hi\",\"count\":3}");

    JsonNode events = json(sandbox.hooks.getFirst().body()).path("events");
    assertEquals(1, sandbox.hooks.size());
    assertEquals(3, events.size());
    assertNotEquals(events.path(0).path("webhookEventId"), events.path(1).path("webhookEventId"));
  }

  @Test
  void followingAndBlockingAreTold() {
    String customer = "/customers/" + ANN;
    sandbox.control("POST", customer + "/follow", "{}");
    sandbox.control("POST", customer + "/block", "{}");
    sandbox.control("POST", customer + "/follow", "{}");

    assertFalse(event(0).path("follow").path("isUnblocked").asBoolean(true));
    assertEquals("unfollow", event(1).path("type").asText());
    assertTrue(event(2).path("follow").path("isUnblocked").asBoolean(false));
    assertEquals(200, sandbox.line("GET", "/v2/bot/profile/" + ANN, "").statusCode());
  }

  @Test
  void aProfileShowsWhatIsKnown() {
    sandbox.control(
        "POST",
        "/customers",
        "{\"id\":\"" + ANN + "\",\"displayName\":\"王小明\",\"language\":\"zh-TW\"}");

    JsonNode profile = json(sandbox.line("GET", "/v2/bot/profile/" + ANN, "").body());
    assertEquals("王小明", profile.path("displayName").asText());
    assertEquals("zh-TW", profile.path("language").asText());
    assertTrue(profile.path("pictureUrl").isMissingNode());
    HttpResponse<String> nobody = sandbox.line("GET", "/v2/bot/profile/U" + "b".repeat(32), "");
    assertEquals(404, nobody.statusCode());
    assertEquals("{\"message\":\"Not found\"}", nobody.body());
  }

  @Test
  void aGroupHasASummaryAndMembers() {
    String group = "C" + "c".repeat(32);
    sandbox.control(
        "POST", "/customers/" + ANN + "/group", "{\"text\":\"hi\",\"groupId\":\"" + group + "\"}");

    assertEquals("group", event(0).path("source").path("type").asText());
    String path = "/v2/bot/group/" + group;
    assertEquals(200, sandbox.line("GET", path + "/summary", "").statusCode());
    assertEquals(200, sandbox.line("GET", path + "/member/" + ANN, "").statusCode());
    String push = "{\"to\":\"" + group + "\",\"messages\":[{\"type\":\"text\",\"text\":\"x\"}]}";
    assertEquals(200, sandbox.line("POST", "/v2/bot/message/push", push).statusCode());
  }

  @Test
  void aGivenBodyIsSentAsItIs() {
    sandbox.control("POST", "/deliveries", "{\"rawBody\":\"{ not json\"}");
    sandbox.control("POST", "/deliveries", "{\"events\":[],\"signature\":\"wrong\"}");

    assertEquals("{ not json", sandbox.hooks.get(0).body());
    assertEquals(
        LineSignature.of(SimulatedLine.DEMO.channelSecret(), "{ not json".getBytes(UTF_8)),
        sandbox.hooks.get(0).signature());
    assertEquals("wrong", sandbox.hooks.get(1).signature());
    assertEquals(2, sandbox.control("GET", "/deliveries", "").path("items").size());
  }

  @Test
  void theWebhookCanBeTested() {
    JsonNode result = json(sandbox.line("POST", "/v2/bot/channel/webhook/test", "{}").body());

    assertTrue(result.path("success").asBoolean());
    assertEquals(200, result.path("statusCode").asInt());
    assertEquals(0, json(sandbox.hooks.getFirst().body()).path("events").size());
  }

  @Test
  void thePhonesShowWhatChanged() {
    sandbox.say(ANN, "{\"text\":\"hi\"}");

    JsonNode phones = sandbox.control("GET", "/phones?after=0&waitMs=20000&customer=" + ANN, "");
    JsonNode chat = phones.path("items").path(0).path("channels").path(0);
    assertEquals("Parley Demo Shop", chat.path("displayName").asText());
    assertEquals("friend", chat.path("standing").asText());
    assertEquals("hi", chat.path("entries").path(0).path("message").path("text").asText());
  }

  private JsonNode event(int index) {
    return sandbox.hooks.get(index).event();
  }
}
