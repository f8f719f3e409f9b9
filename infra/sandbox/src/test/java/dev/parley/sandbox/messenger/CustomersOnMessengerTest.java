package dev.parley.sandbox.messenger;

import static dev.parley.sandbox.RunningSandbox.json;
import static dev.parley.sandbox.messenger.RunningMessenger.ANN;
import static dev.parley.sandbox.messenger.RunningMessenger.PAGE;
import static dev.parley.sandbox.messenger.RunningMessenger.error;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox.Hook;
import dev.parley.sandbox.meta.HubSignature;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersOnMessengerTest {
  private final RunningMessenger messenger = new RunningMessenger();

  @AfterEach
  void close() {
    messenger.close();
  }

  @Test
  void aMessageArrivesSignedOverItsBytesWithNothingButAscii() {
    JsonNode answer = messenger.ann("messages", "{\"text\":\"你好/สวัสดี 🍎\"}");
    Hook hook = messenger.sandbox.next();

    assertEquals(200, answer.path("webhookStatus").asInt());
    assertTrue(hook.body().contains("\\u4f60\\u597d\\/"), hook.body());
    assertTrue(hook.body().chars().allMatch(c -> c < 128));
    assertEquals(
        HubSignature.of(PAGE.credentials().appSecret(), hook.body().getBytes(UTF_8)),
        hook.signature());
    assertEquals("page", json(hook.body()).path("object").asText());
    assertEquals(PAGE.id(), json(hook.body()).at("/entry/0/id").asText());
    assertTrue(json(hook.body()).at("/entry/0/time").isNumber());
    JsonNode item = hook.item();
    assertEquals(ANN, item.path("sender").path("id").asText());
    assertEquals(PAGE.id(), item.path("recipient").path("id").asText());
    assertEquals(messenger.sandbox.now().toEpochMilli(), item.path("timestamp").asLong());
    assertEquals("你好/สวัสดี 🍎", item.path("message").path("text").asText());
    assertEquals(answer.path("messageId"), item.path("message").path("mid"));
  }

  @Test
  void everyKindOfMessageHasItsShape() {
    JsonNode image = heard("{\"image\":\"https://a.example/i.jpg\"}");
    JsonNode sticker = heard("{\"sticker\":369239263222822}");
    JsonNode place = heard("{\"location\":{\"latitude\":25.0,\"longitude\":121.5}}");
    JsonNode link = heard("{\"fallback\":\"https://a.example\"}");
    JsonNode product = heard("{\"text\":\"?\",\"product\":{\"retailerId\":\"TEA-1\"}}");
    JsonNode reply = heard("{\"text\":\"x\",\"replyTo\":\"m_1\",\"quickReply\":\"P\"}");
    JsonNode other = heard("{\"event\":{\"great_new_feature\":{\"great\":1}}}");

    assertEquals("image", image.at("/message/attachments/0/type").asText());
    assertEquals(
        "https://a.example/i.jpg", image.at("/message/attachments/0/payload/url").asText());
    assertEquals(369239263222822L, sticker.at("/message/sticker_id").asLong());
    assertEquals(121.5, place.at("/message/attachments/0/payload/coordinates/long").asDouble());
    assertEquals("fallback", link.at("/message/attachments/0/type").asText());
    assertEquals(
        "TEA-1",
        product.at("/message/attachments/0/payload/product/elements/0/retailer_id").asText());
    assertEquals("m_1", reply.at("/message/reply_to/mid").asText());
    assertEquals("P", reply.at("/message/quick_reply/payload").asText());
    assertEquals(1, other.at("/great_new_feature/great").asInt());
  }

  @Test
  void everyActionHasItsShape() {
    String mid = messenger.says("{\"text\":\"hi\"}").path("messageId").asText();
    JsonNode postback = heard("{\"postback\":{\"payload\":\"MENU\",\"title\":\"Menu\"}}");
    JsonNode ad = heard("{\"referral\":{\"adId\":\"120\",\"ref\":\"spring\"}}");
    JsonNode link = heard("{\"referral\":{\"ref\":\"qr\"}}");
    JsonNode liked = heard("{\"reaction\":{\"messageId\":\"" + mid + "\",\"emoji\":\"👍\"}}");
    JsonNode unliked = heard("{\"reaction\":{\"messageId\":\"" + mid + "\"}}");

    assertEquals("MENU", postback.at("/postback/payload").asText());
    assertEquals("Menu", postback.at("/postback/title").asText());
    assertTrue(postback.at("/postback/mid").isTextual());
    assertEquals("ADS", ad.at("/referral/source").asText());
    assertEquals("120", ad.at("/referral/ad_id").asText());
    assertEquals("SHORTLINK", link.at("/referral/source").asText());
    assertEquals("react", liked.at("/reaction/action").asText());
    assertEquals(mid, liked.at("/reaction/mid").asText());
    assertEquals("unreact", unliked.at("/reaction/action").asText());
    assertTrue(unliked.at("/reaction/emoji").isMissingNode());
  }

  @Test
  void aMessageCanBeEditedAndTakenBack() {
    String mid = messenger.says("{\"text\":\"hi\"}").path("messageId").asText();
    messenger.ann("edit", "{\"messageId\":\"" + mid + "\",\"text\":\"hello\"}");
    JsonNode edit = messenger.sandbox.next().item();
    String shown = phone().path(0).path("message").path("text").asText();
    messenger.ann("unsend", "{\"messageId\":\"" + mid + "\"}");
    JsonNode unsent = messenger.sandbox.next().item();

    assertEquals("hello", edit.at("/message_edit/text").asText());
    assertEquals("hello", shown);
    assertEquals(mid, unsent.at("/message/mid").asText());
    assertTrue(unsent.at("/message/is_deleted").asBoolean());
    assertTrue(phone().path(0).path("unsent").asBoolean());
  }

  @Test
  void readingIsToldWithAWatermark() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.control("POST", "/switches", "{\"callbacks\":\"none\"}");
    messenger.sendText("x");
    messenger.ann("read", "{}");

    long watermark = messenger.sandbox.next().item().at("/read/watermark").asLong();
    assertEquals(messenger.sandbox.now().toEpochMilli(), watermark);
    assertTrue(phone().path(1).path("read").asBoolean());
  }

  @Test
  void whatIsSentPastThisSystemComesAsAnEchoOfAnotherApp() {
    messenger.ann("echo", "{\"text\":\"from the inbox\"}");

    JsonNode echo = messenger.sandbox.next().item();
    assertEquals(PAGE.id(), echo.at("/sender/id").asText());
    assertTrue(echo.at("/message/is_echo").asBoolean());
    assertNotEquals(1517776481860111L, echo.at("/message/app_id").asLong());
    assertEquals("shop", phone().path(0).path("from").asText());
  }

  @Test
  void redeliveryRepeatsTheSameBytes() {
    messenger.ann("messages", "{\"text\":\"hi\",\"redeliver\":true}");
    Hook first = messenger.sandbox.next();
    Hook second = messenger.sandbox.next();
    String id = messenger.control("GET", "/deliveries", "").at("/items/0/deliveryId").asText();
    messenger.control("POST", "/deliveries/" + id + "/redeliver", "{}");

    assertEquals(first, second);
    assertEquals(first, messenger.sandbox.next());
    assertEquals(1, phone().size());
  }

  @Test
  void severalEventsCanComeInOneCall() {
    messenger.ann("messages", "{\"text\":\"hi\",\"count\":3}");

    JsonNode items = json(messenger.sandbox.next().body()).at("/entry/0/messaging");
    assertEquals(3, items.size());
    assertNotEquals(items.at("/0/message/mid"), items.at("/1/message/mid"));
  }

  @Test
  void aGivenBodyIsSentAsItIs() {
    messenger.control("POST", "/deliveries", "{\"rawBody\":\"{ not json\"}");
    messenger.control(
        "POST", "/deliveries", "{\"body\":{\"object\":\"page\"},\"signature\":\"no\"}");

    Hook raw = messenger.sandbox.next();
    Hook wrong = messenger.sandbox.next();
    assertEquals("{ not json", raw.body());
    assertEquals(
        HubSignature.of(PAGE.credentials().appSecret(), "{ not json".getBytes(UTF_8)),
        raw.signature());
    assertEquals("no", wrong.signature());
  }

  @Test
  void aFileIsFetchedFromTheAddressInItsEvent() {
    String url = heard("{\"image\":true}").at("/message/attachments/0/payload/url").asText();
    String path = url.substring(messenger.sandbox.server().baseUrl().length());
    HttpResponse<String> file = messenger.sandbox.call("none", "GET", path, "");

    assertEquals(200, file.statusCode());
    assertEquals("image/png", file.headers().firstValue("content-type").orElse(""));
  }

  @Test
  void aProfileIsShownToThePageThatWasWrittenTo() {
    messenger.control("POST", "/customers", "{\"id\":\"" + ANN + "\",\"displayName\":\"Ann Lee\"}");
    String fields = "?fields=first_name,last_name,name,profile_pic";
    JsonNode profile = json(messenger.graph("GET", "/" + ANN + fields, "").body());

    assertEquals("Ann", profile.path("first_name").asText());
    assertEquals("Lee", profile.path("last_name").asText());
    assertEquals("Ann Lee", profile.path("name").asText());
    assertEquals(ANN, profile.path("id").asText());
    assertFalse(profile.has("profile_pic"));
    assertEquals("400 100/33", error(messenger.graph("GET", "/7000000000000999", "")));
    assertEquals("400 100", error(messenger.graph("GET", "/" + ANN + "?fields=age", "")));
    JsonNode page = json(messenger.graph("GET", "/me?fields=name", "").body());
    assertEquals("Tea Shop", page.path("name").asText());
  }

  @Test
  void thePhonesShowWhatChanged() {
    messenger.ann("messages", "{\"text\":\"hi\"}");
    messenger.ann("block", "{}");

    JsonNode phones = messenger.control("GET", "/phones?after=0&waitMs=20000&customer=" + ANN, "");
    JsonNode chat = phones.at("/items/0/channels/0");
    assertEquals("Tea Shop", chat.path("displayName").asText());
    assertEquals("blocked", chat.path("standing").asText());
    assertEquals("hi", chat.at("/entries/0/message/text").asText());
  }

  @Test
  void keepsTheCallsWithoutTheToken() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.sendText("x");
    String token = PAGE.credentials().accessToken();
    messenger.sandbox.call("none", "GET", "/meta/v25.0/me?access_token=" + token, "");

    JsonNode calls = messenger.control("GET", "/calls", "").path("items");
    assertEquals(List.of("send", "profile"), calls.findValuesAsText("operation"));
    assertEquals("x", calls.at("/0/request/message/text").asText());
    assertFalse(calls.toString().contains(token));
  }

  private JsonNode heard(String said) {
    messenger.ann("messages", said);
    return messenger.sandbox.next().item();
  }

  private JsonNode phone() {
    return messenger.control("GET", "/customers/" + ANN + "/messages", "").path("items");
  }
}
