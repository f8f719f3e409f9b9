package dev.parley.sandbox.whatsapp;

import static dev.parley.sandbox.RunningSandbox.json;
import static dev.parley.sandbox.whatsapp.RunningWhatsapp.ANN;
import static dev.parley.sandbox.whatsapp.RunningWhatsapp.SHOP;
import static dev.parley.sandbox.whatsapp.RunningWhatsapp.error;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.RunningSandbox.Hook;
import dev.parley.sandbox.meta.HubSignature;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersOnWhatsappTest {
  private final RunningWhatsapp whatsapp = new RunningWhatsapp();

  @AfterEach
  void close() {
    whatsapp.close();
  }

  @Test
  void aMessageArrivesSignedInTheEnvelopeOfTheBusinessAccount() {
    whatsapp.control("POST", "/customers/" + ANN + "/messages", "{\"text\":\"你好\"}");
    Hook hook = whatsapp.sandbox.next();

    JsonNode body = json(hook.body());
    assertEquals(
        HubSignature.of(SHOP.credentials().appSecret(), hook.body().getBytes(UTF_8)),
        hook.signature());
    assertTrue(hook.body().chars().allMatch(c -> c < 128));
    assertEquals("whatsapp_business_account", body.path("object").asText());
    assertEquals(SHOP.businessAccountId(), body.at("/entry/0/id").asText());
    assertEquals("messages", body.at("/entry/0/changes/0/field").asText());
    JsonNode value = hook.value();
    assertEquals(SHOP.id(), value.at("/metadata/phone_number_id").asText());
    assertEquals(ANN, value.at("/contacts/0/wa_id").asText());
    assertTrue(value.at("/contacts/0/user_id").asText().startsWith("TW."));
    JsonNode message = value.at("/messages/0");
    assertEquals(ANN, message.path("from").asText());
    assertTrue(message.path("id").asText().startsWith("wamid."));
    assertTrue(message.path("timestamp").isTextual());
    assertEquals(
        String.valueOf(whatsapp.sandbox.now().getEpochSecond()),
        message.path("timestamp").asText());
    assertEquals("你好", message.at("/text/body").asText());
  }

  @Test
  void everyKindOfMessageHasItsShape() {
    JsonNode place = whatsapp.heard("{'location':{'latitude':25.0,'longitude':121.5}}");
    JsonNode button = whatsapp.heard("{'button':{'text':'Yes','payload':'P'},'replyTo':'w1'}");
    JsonNode reply = whatsapp.heard("{'buttonReply':{'id':'1','title':'A'}}");
    JsonNode row = whatsapp.heard("{'listReply':{'id':'2','title':'B','description':'D'}}");
    JsonNode order =
        whatsapp.heard(
            "{'order':{'items':[{'retailerId':'TEA-1','quantity':2,'price':30,'currency':'TWD'}]}}");
    JsonNode forwarded = whatsapp.heard("{'text':'x','forwarded':true}");
    JsonNode asked = whatsapp.heard("{'text':'is it there?','product':'TEA-1'}");
    JsonNode ad = whatsapp.heard("{'text':'x','referral':{'adId':'120','title':'Spring'}}");
    JsonNode strange = whatsapp.heard("{'unsupported':true}");
    JsonNode liked = whatsapp.heard("{'reaction':{'messageId':'w1','emoji':'👍'}}");
    JsonNode other = whatsapp.heard("{'event':{'type':'great_new_feature','great':1}}");

    assertEquals(121.5, place.at("/location/longitude").asDouble());
    assertEquals("P", button.at("/button/payload").asText());
    assertEquals("w1", button.at("/context/id").asText());
    assertEquals("1", reply.at("/interactive/button_reply/id").asText());
    assertEquals("list_reply", row.at("/interactive/type").asText());
    assertEquals(SHOP.catalogId(), order.at("/order/catalog_id").asText());
    assertEquals(30, order.at("/order/product_items/0/item_price").asInt());
    assertEquals(2, order.at("/order/product_items/0/quantity").asInt());
    assertTrue(forwarded.at("/context/forwarded").asBoolean());
    assertEquals("TEA-1", asked.at("/context/referred_product/product_retailer_id").asText());
    assertEquals("120", ad.at("/referral/source_id").asText());
    assertEquals("ad", ad.at("/referral/source_type").asText());
    assertTrue(ad.at("/referral/ctwa_clid").isTextual());
    assertEquals(131051, strange.at("/errors/0/code").asInt());
    assertEquals("👍", liked.at("/reaction/emoji").asText());
    assertEquals("great_new_feature", other.path("type").asText());
  }

  @Test
  void aFileIsFetchedInTwoStepsWithTheToken() {
    JsonNode image = whatsapp.heard("{'image':true,'caption':'look'}").path("image");
    JsonNode media = json(whatsapp.graph("GET", "/" + image.path("id").asText(), "").body());
    String url = media.path("url").asText();
    String token = "Bearer " + SHOP.credentials().accessToken();
    HttpResponse<String> file = whatsapp.download(token, url);

    assertEquals("look", image.path("caption").asText());
    assertEquals("image/png", image.path("mime_type").asText());
    assertTrue(image.path("sha256").asText().endsWith("="));
    assertTrue(media.path("sha256").asText().matches("[0-9a-f]{64}"));
    assertEquals(image.path("id"), media.path("id"));
    assertTrue(media.path("file_size").asLong() > 0);
    assertEquals(200, file.statusCode());
    assertEquals("image/png", file.headers().firstValue("content-type").orElse(""));
    assertEquals(401, whatsapp.download("none", url).statusCode());
    assertEquals(404, whatsapp.download(token, url.replace("mid=", "mid=1")).statusCode());
    assertEquals("400 100", error(whatsapp.graph("GET", "/999", "")));

    whatsapp.sandbox.advance(Duration.ofMinutes(5));

    assertEquals(404, whatsapp.download(token, url).statusCode());
  }

  @Test
  void aDocumentAVoiceMessageAndAStickerAreFilesToo() {
    JsonNode document = whatsapp.heard("{'file':'a.pdf'}");
    JsonNode voice = whatsapp.heard("{'audio':true}");
    JsonNode sticker = whatsapp.heard("{'sticker':true}");

    assertEquals("a.pdf", document.at("/document/filename").asText());
    assertTrue(voice.at("/audio/voice").asBoolean());
    assertFalse(sticker.at("/sticker/animated").asBoolean(true));
  }

  @Test
  void aMessageCanBeEditedAndTakenBackByAnEventOfItsOwn() {
    String id = whatsapp.heard("{'text':'hi'}").path("id").asText();
    JsonNode edit =
        whatsapp.heard(ANN, "edit", "{'messageId':'" + id + "','text':'hello'}").at("/messages/0");
    String shown = whatsapp.phone(ANN).at("/0/message/text/body").asText();
    JsonNode revoke = whatsapp.heard(ANN, "unsend", "{'messageId':'" + id + "'}").at("/messages/0");

    assertEquals(id, edit.at("/edit/original_message_id").asText());
    assertEquals("hello", edit.at("/edit/message/text/body").asText());
    assertEquals("hello", shown);
    assertEquals(id, revoke.at("/revoke/original_message_id").asText());
    assertNotEquals(id, revoke.path("id").asText());
    assertTrue(whatsapp.phone(ANN).at("/0/unsent").asBoolean());
  }

  @Test
  void someoneWithAUsernameMayShowNoNumber() {
    String nina = "US.13491208655302741918";
    whatsapp.control("POST", "/customers", "{\"id\":\"" + nina + "\",\"username\":\"@nina\"}");
    JsonNode value = whatsapp.heard(nina, "messages", "{'text':'hi'}");

    assertFalse(value.at("/contacts/0").has("wa_id"));
    assertEquals(nina, value.at("/contacts/0/user_id").asText());
    assertEquals("@nina", value.at("/contacts/0/profile/username").asText());
    assertFalse(value.at("/messages/0").has("from"));
    assertEquals(nina, value.at("/messages/0/from_user_id").asText());
  }

  @Test
  void aNewNumberIsToldAndBringsANewId() {
    JsonNode before = whatsapp.heard(ANN, "messages", "{'text':'hi'}");
    whatsapp.control("POST", "/customers/" + ANN + "/number", "{\"waId\":\"+886 955 666 777\"}");
    JsonNode changes = json(whatsapp.sandbox.next().body()).at("/entry/0/changes");
    JsonNode after = whatsapp.heard(ANN, "messages", "{'text':'me again'}");

    JsonNode system = changes.at("/0/value/messages/0");
    assertEquals(ANN, system.path("from").asText());
    assertEquals("user_changed_number", system.at("/system/type").asText());
    assertEquals("886955666777", system.at("/system/wa_id").asText());
    assertEquals("user_id_update", changes.at("/1/field").asText());
    JsonNode ids = changes.at("/1/value/user_id_update/0/user_id");
    assertEquals(before.at("/contacts/0/user_id"), ids.path("previous"));
    assertEquals(after.at("/contacts/0/user_id"), ids.path("current"));
    assertEquals("886955666777", after.at("/messages/0/from").asText());
  }

  @Test
  void someoneWithoutANumberMayHaveANewIdAlone() {
    whatsapp.heard("US.1", "messages", "{'text':'hi'}");
    JsonNode value = whatsapp.heard("US.1", "number", "{'bsuid':'US.2'}");

    assertEquals("user_changed_user_id", value.at("/messages/0/system/type").asText());
    assertEquals("US.2", value.at("/messages/0/system/user_id").asText());
  }

  @Test
  void whatIsSentFromTheAppOfThePhoneIsEchoed() {
    whatsapp.control("POST", "/customers/" + ANN + "/echo", "{\"text\":\"from the phone\"}");

    JsonNode body = json(whatsapp.sandbox.next().body());
    JsonNode echo = body.at("/entry/0/changes/0/value/message_echoes/0");
    assertEquals("smb_message_echoes", body.at("/entry/0/changes/0/field").asText());
    assertEquals(SHOP.phoneNumber(), echo.path("from").asText());
    assertEquals(ANN, echo.path("to").asText());
    assertEquals("shop", whatsapp.phone(ANN).at("/0/from").asText());
  }

  @Test
  void thePhonesShowWhatChanged() {
    whatsapp.heard("{'text':'hi'}");

    JsonNode person =
        whatsapp
            .control("GET", "/phones?after=0&waitMs=20000&customer=" + ANN, "")
            .path("items")
            .path(0);
    assertEquals(ANN, person.path("userId").asText());
    assertTrue(person.path("bsuid").asText().startsWith("TW."));
    assertEquals("hi", person.at("/channels/0/entries/0/message/text/body").asText());
  }

  @Test
  void theNumberTellsOfItself() {
    JsonNode number = json(whatsapp.graph("GET", "/" + SHOP.id(), "").body());

    assertEquals("+" + SHOP.phoneNumber(), number.path("display_phone_number").asText());
    assertEquals("Tea Shop", number.path("verified_name").asText());
  }
}
