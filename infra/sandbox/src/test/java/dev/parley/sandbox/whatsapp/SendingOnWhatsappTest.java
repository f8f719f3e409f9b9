package dev.parley.sandbox.whatsapp;

import static dev.parley.sandbox.RunningSandbox.json;
import static dev.parley.sandbox.whatsapp.RunningWhatsapp.ANN;
import static dev.parley.sandbox.whatsapp.RunningWhatsapp.SHOP;
import static dev.parley.sandbox.whatsapp.RunningWhatsapp.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.meta.message.Spelled;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingOnWhatsappTest {
  private final RunningWhatsapp whatsapp = new RunningWhatsapp();

  @AfterEach
  void close() {
    whatsapp.close();
  }

  @Test
  void aMessageIsAcceptedAndThenSentDeliveredAndRead() {
    whatsapp.heard("{'text':'hi'}");
    HttpResponse<String> response =
        whatsapp.send(
            "'to':'+886 911-222-333','text':{'body':'x'},'biz_opaque_callback_data':'msg_1'");
    JsonNode answer = json(response.body());
    String id = answer.at("/messages/0/id").asText();
    JsonNode sent = whatsapp.sandbox.next().value().at("/statuses/0");
    JsonNode delivered = whatsapp.sandbox.next().value().at("/statuses/0");
    JsonNode read = whatsapp.heard(ANN, "read", "{}").at("/statuses/0");

    assertEquals(200, response.statusCode());
    assertEquals("+886 911-222-333", answer.at("/contacts/0/input").asText());
    assertEquals(ANN, answer.at("/contacts/0/wa_id").asText());
    assertFalse(answer.at("/messages/0").has("message_status"));
    assertEquals("sent", sent.path("status").asText());
    assertEquals("delivered", delivered.path("status").asText());
    assertEquals("read", read.path("status").asText());
    for (JsonNode status : new JsonNode[] {sent, delivered, read}) {
      assertEquals(id, status.path("id").asText());
      assertTrue(status.path("timestamp").isTextual());
      assertEquals(ANN, status.path("recipient_id").asText());
      assertEquals("msg_1", status.path("biz_opaque_callback_data").asText());
      assertEquals("service", status.at("/pricing/category").asText());
      assertFalse(status.at("/pricing/billable").asBoolean(true));
    }
    assertEquals("read", whatsapp.phone(ANN).at("/1/status").asText());
  }

  @Test
  void readingTellsOfEachMessageThatWasUnread() {
    whatsapp.heard("{'text':'hi'}");
    whatsapp.control("POST", "/switches", "{\"callbacks\":\"none\"}");
    String first = json(whatsapp.sendText(ANN).body()).at("/messages/0/id").asText();
    String second = json(whatsapp.sendText(ANN).body()).at("/messages/0/id").asText();
    String third = json(whatsapp.sendText(ANN).body()).at("/messages/0/id").asText();
    whatsapp.control("POST", "/customers/" + ANN + "/read", "{\"messageId\":\"" + second + "\"}");
    List<String> two = statusIds();
    whatsapp.control("POST", "/customers/" + ANN + "/read", "{}");
    List<String> rest = statusIds();

    assertEquals(List.of(first, second), two);
    assertEquals(List.of(third), rest);
  }

  private List<String> statusIds() {
    List<String> ids = new ArrayList<>();
    json(whatsapp.sandbox.next().body())
        .at("/entry/0/changes")
        .forEach(change -> ids.add(change.at("/value/statuses/0/id").asText()));
    return ids;
  }

  @Test
  void theWindowIsADayAndOnlyATemplateGoesOutsideOfIt() {
    whatsapp.heard("{'text':'hi'}");
    whatsapp.sandbox.advance(Duration.ofHours(24));
    int inTime = whatsapp.sendText(ANN).statusCode();
    whatsapp.sandbox.advance(Duration.ofMillis(1));

    assertEquals(200, inTime);
    assertEquals("400 131047", error(whatsapp.sendText(ANN)));
    HttpResponse<String> template = sendTemplate("hello_world", "en_US", "");
    assertEquals(200, template.statusCode());
    assertEquals("accepted", json(template.body()).at("/messages/0/message_status").asText());
  }

  @Test
  void whatCantBeDeliveredCanFailLaterAsWell() {
    whatsapp.control("POST", "/switches", "{\"failsLater\":true}");
    HttpResponse<String> response = whatsapp.sendText(ANN);
    JsonNode failed = whatsapp.sandbox.next().value().at("/statuses/0");
    whatsapp.heard("{'text':'hi'}");
    whatsapp.control(
        "POST",
        "/behaviour",
        "{\"operation\":\"send\",\"code\":131026,\"when\":\"later\",\"count\":1}");
    whatsapp.sendText(ANN);
    JsonNode asked = whatsapp.sandbox.next().value().at("/statuses/0");

    assertEquals(200, response.statusCode());
    assertEquals("failed", failed.path("status").asText());
    assertEquals(131047, failed.at("/errors/0/code").asInt());
    assertEquals("Re-engagement message", failed.at("/errors/0/title").asText());
    assertTrue(failed.at("/errors/0/error_data/details").isTextual());
    assertEquals(131026, asked.at("/errors/0/code").asInt());
    assertEquals(1, whatsapp.phone(ANN).size());
  }

  @Test
  void someoneIsWrittenToByNumberOrById() {
    String nina = "US.13491208655302741918";
    whatsapp.heard(nina, "messages", "{'text':'hi'}");
    whatsapp.heard("{'text':'hi'}");
    JsonNode byId = json(whatsapp.send("'recipient':'" + nina + "','text':{'body':'x'}").body());
    JsonNode byBoth =
        json(
            whatsapp
                .send("'recipient':'" + nina + "','to':'" + ANN + "','text':{'body':'x'}")
                .body());

    assertEquals(nina, byId.at("/contacts/0/input").asText());
    assertEquals(nina, byId.at("/contacts/0/user_id").asText());
    assertFalse(byId.at("/contacts/0").has("wa_id"));
    assertEquals(ANN, byBoth.at("/contacts/0/wa_id").asText());
    assertEquals("400 100", error(whatsapp.send("'text':{'body':'x'}")));
    assertEquals("400 100", error(whatsapp.send("'to':'0911','text':{'body':'x'}")));
    assertEquals("400 100", error(whatsapp.send("'recipient':'US.9','text':{'body':'x'}")));
  }

  @Test
  void nobodyElseIsWrittenTo() {
    whatsapp.heard("{'text':'hi'}");
    whatsapp.control("POST", "/customers", "{\"id\":\"886900000000\",\"onWhatsapp\":false}");

    assertEquals("400 131021", error(whatsapp.sendText(SHOP.phoneNumber())));
    assertEquals("400 131026", error(whatsapp.sendText("886900000000")));
    assertEquals("400 131047", error(whatsapp.sendText("886900000009")));
  }

  @Test
  void oneWhoHasBlockedTheNumberGetsNothingAndNobodyIsTold() {
    whatsapp.heard("{'text':'hi'}");
    whatsapp.control("POST", "/customers/" + ANN + "/block", "{}");
    assertEquals(200, whatsapp.sendText(ANN).statusCode());
    JsonNode sent = whatsapp.sandbox.next().value().at("/statuses/0");
    whatsapp.control("POST", "/customers/" + ANN + "/unblock", "{}");
    whatsapp.sendText(ANN);
    JsonNode next = whatsapp.sandbox.next().value().at("/statuses/0");

    assertEquals("sent", sent.path("status").asText());
    assertEquals("sent", next.path("status").asText());
    assertEquals("unfollow", whatsapp.phone(ANN).at("/1/event").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          order_update ~ zh_TW ~ {'type':'body','parameters':[{'type':'text','text':'Ann'},{'type':'text','text':'SO-1'}]} ~ 200
          order_update ~ zh_TW ~ {'type':'body','parameters':[{'type':'text','text':'Ann'}]} ~ 400 132000
          order_update ~ zh_TW ~ "" ~ 400 132000
          order_update ~ en_US ~ {'type':'body','parameters':[{'type':'text','text':'Ann'},{'type':'text','text':'SO-1'}]} ~ 404 132001
          order_lost ~ zh_TW ~ "" ~ 404 132001
          order_update ~ zh_TW ~ {'type':'body','parameters':[{'type':'text','text':'Ann'},{'type':'text','text':'a\\nb'}]} ~ 400 132012
          order_update ~ zh_TW ~ {'type':'body','parameters':[{'type':'text','text':'Ann'},{'type':'text','text':''}]} ~ 400 131009
          order_update ~ zh_TW ~ {'type':'body','parameters':[{'type':'text','text':'Ann'},{'type':'poem','text':'x'}]} ~ 400 131009
          hello_world ~ en_US ~ {'type':'tail'} ~ 400 131009
          new_cards ~ th ~ {'type':'header','parameters':[{'type':'image','image':{'id':'1'}}]},{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'r1'}]} ~ 200
          new_cards ~ th ~ {'type':'header','parameters':[{'type':'image','image':{'id':'1'}}]} ~ 400 132000
          new_cards ~ th ~ {'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'r1'}]} ~ 400 132012
          new_cards ~ th ~ {'type':'header','parameters':[{'type':'video','video':{'id':'1'}}]},{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'r1'}]} ~ 400 132012
          new_cards ~ th ~ {'type':'header','parameters':[{'type':'image','image':{'id':'1'}}]},{'type':'button','sub_type':'url','parameters':[{'type':'text','text':'r1'}]} ~ 400 131008
          """)
  void aTemplateMustBeApprovedAndFilledIn(
      String name, String language, String components, String expected) {
    whatsapp.control(
        "POST",
        "/channels/" + SHOP.id() + "/templates",
        Spelled.json("{'name':'new_cards','language':'th','header':'image','urlButton':true}")
            .toString());

    HttpResponse<String> response = sendTemplate(name, language, components);

    assertEquals(expected, response.statusCode() == 200 ? "200" : error(response));
  }

  @Test
  void aTemplateStandsOnThePhoneWithItsValuesAndCosts() {
    sendTemplate(
        "new_arrivals",
        "th",
        "{'type':'body','parameters':[{'type':'text','text':'Ann'},{'type':'currency',"
            + "'currency':{'fallback_value':'NT$ 30','code':'TWD','amount_1000':30000}}]}");

    JsonNode status = whatsapp.sandbox.next().value().at("/statuses/0");
    assertEquals("marketing", status.at("/pricing/category").asText());
    assertTrue(status.at("/pricing/billable").asBoolean());
    assertEquals(
        "สวัสดีคุณ Ann เรามีสินค้าใหม่: NT$ 30",
        whatsapp.phone(ANN).at("/0/message/shown").asText());
  }

  @Test
  void aCustomersMessageIsMarkedAsRead() {
    String id = whatsapp.heard("{'text':'hi'}").path("id").asText();
    String read = "'status':'read','message_id':'%s'";

    assertEquals("{\"success\":true}", whatsapp.send(read.formatted(id)).body());
    assertTrue(whatsapp.phone(ANN).at("/0/seen").asBoolean());
    assertEquals("400 100", error(whatsapp.send(read.formatted("wamid.unknown"))));
    assertEquals("400 100", error(whatsapp.send(read.formatted(id).replace("'read'", "'eaten'"))));
    assertEquals(
        200,
        whatsapp.send(read.formatted(id) + ",'typing_indicator':{'type':'text'}").statusCode());
  }

  @Test
  void eightyMessagesGoASecond() {
    whatsapp.heard("{'text':'hi'}");
    whatsapp.control("POST", "/switches", "{\"callbacks\":\"none\"}");

    boolean limited =
        IntStream.range(0, 500)
            .mapToObj(i -> error(whatsapp.sendText(ANN)))
            .anyMatch("400 130429"::equals);

    assertTrue(limited);
  }

  @Test
  void anErrorSaysMoreAsWhatsappDoes() {
    JsonNode error = json(whatsapp.sendText(ANN).body()).path("error");

    assertEquals("(#131047) Re-engagement message", error.path("message").asText());
    assertEquals("whatsapp", error.at("/error_data/messaging_product").asText());
    assertTrue(error.at("/error_data/details").asText().contains("24 hours"));
  }

  private HttpResponse<String> sendTemplate(String name, String language, String components) {
    return whatsapp.send(
        "'to':'%s','type':'template','template':{'name':'%s','language':{'code':'%s'},'components':[%s]}"
            .formatted(ANN, name, language, components));
  }
}
