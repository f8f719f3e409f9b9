package dev.parley.sandbox.messenger;

import static dev.parley.sandbox.RunningSandbox.json;
import static dev.parley.sandbox.messenger.RunningMessenger.ANN;
import static dev.parley.sandbox.messenger.RunningMessenger.PAGE;
import static dev.parley.sandbox.messenger.RunningMessenger.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingOnMessengerTest {
  private static final String HUMAN_AGENT =
      "{\"recipient\":{\"id\":\""
          + ANN
          + "\"},\"messaging_type\":\"MESSAGE_TAG\","
          + "\"tag\":\"HUMAN_AGENT\",\"message\":{\"text\":\"x\"}}";

  private final RunningMessenger messenger = new RunningMessenger();

  @AfterEach
  void close() {
    messenger.close();
  }

  @Test
  void aMessageIsAnsweredWithItsIdAndStandsOnThePhone() {
    messenger.says("{\"text\":\"hi\"}");
    HttpResponse<String> response = messenger.sendText("有的");

    JsonNode answer = json(response.body());
    assertEquals(200, response.statusCode());
    assertEquals(ANN, answer.path("recipient_id").asText());
    assertTrue(answer.path("message_id").asText().startsWith("m_"));
    JsonNode phone =
        messenger.control("GET", "/customers/" + ANN + "/messages", "").path("items").path(1);
    assertEquals("有的", phone.path("message").path("text").asText());
    assertEquals(answer.path("message_id"), phone.path("id"));
  }

  @Test
  void theWebhookHearsAnEchoAndThenTheDelivery() {
    messenger.says("{\"text\":\"hi\"}");
    String id =
        json(messenger.sendTo(ANN, "{\"text\":\"x\",\"metadata\":\"corr-1\"}").body())
            .path("message_id")
            .asText();
    JsonNode echo = messenger.sandbox.next().item();
    JsonNode delivery = messenger.sandbox.next().item();

    assertEquals(PAGE.id(), echo.path("sender").path("id").asText());
    assertEquals(ANN, echo.path("recipient").path("id").asText());
    assertTrue(echo.path("message").path("is_echo").asBoolean());
    assertTrue(echo.path("message").path("app_id").isNumber());
    assertEquals(id, echo.path("message").path("mid").asText());
    assertEquals("corr-1", echo.path("message").path("metadata").asText());
    assertEquals(ANN, delivery.path("sender").path("id").asText());
    assertEquals(id, delivery.path("delivery").path("mids").path(0).asText());
    assertTrue(delivery.path("delivery").path("watermark").isNumber());
  }

  @Test
  void theWebhookCanHearOfAMessageBeforeTheCallIsAnsweredOrNever() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.control("POST", "/switches", "{\"callbacks\":\"before\"}");
    messenger.sendText("x");
    int before = messenger.sandbox.hooks.size();
    messenger.control("POST", "/switches", "{\"callbacks\":\"none\"}");
    messenger.sendText("y");

    assertEquals(3, before);
    assertEquals(3, messenger.sandbox.hooks.size());
  }

  @Test
  void theWindowIsADayFromTheCustomersLastAction() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.sandbox.advance(Duration.ofHours(24));
    int atADay = messenger.sendText("just").statusCode();
    messenger.sandbox.advance(Duration.ofMillis(1));

    assertEquals(200, atADay);
    assertEquals("400 10/2018278", error(messenger.sendText("late")));

    String mid = messenger.says("{\"postback\":\"MENU\"}").path("messageId").asText();
    assertEquals(200, messenger.sendText("x").statusCode());
    messenger.sandbox.advance(Duration.ofHours(25));
    messenger.ann("messages", "{\"reaction\":{\"messageId\":\"" + mid + "\",\"emoji\":\"👍\"}}");
    assertEquals(200, messenger.sendText("x").statusCode());
  }

  @Test
  void aHumanAgentHasSevenDaysIfTheAppMay() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.sandbox.advance(Duration.ofDays(7));
    assertEquals(200, messenger.send(HUMAN_AGENT).statusCode());

    messenger.control("POST", "/switches", "{\"humanAgent\":false}");
    assertEquals("400 100/2018276", error(messenger.send(HUMAN_AGENT)));

    messenger.control("POST", "/switches", "{\"humanAgent\":true}");
    messenger.sandbox.advance(Duration.ofMillis(1));
    assertEquals("400 10/2018278", error(messenger.send(HUMAN_AGENT)));
  }

  @Test
  void oneWhoComesFromAnAdMayBeWrittenToForSevenDays() {
    messenger.says("{\"text\":\"hi\",\"referral\":{\"adId\":\"120\",\"ref\":\"spring\"}}");
    messenger.sandbox.advance(Duration.ofDays(7));

    assertEquals(200, messenger.sendText("x").statusCode());
    messenger.sandbox.advance(Duration.ofMillis(1));
    assertEquals("400 10/2018278", error(messenger.sendText("x")));
  }

  @Test
  void nobodyElseIsWrittenTo() {
    messenger.says("{\"text\":\"hi\"}");

    assertEquals(
        "400 100/2018001", error(messenger.sendTo("7000000000000999", "{\"text\":\"x\"}")));
    messenger.ann("block", "{}");
    assertEquals("400 551/1545041", error(messenger.sendText("x")));
    messenger.ann("unblock", "{}");
    assertEquals(200, messenger.sendText("x").statusCode());
    messenger.control("POST", "/customers", "{\"id\":\"7000000000000002\"}");
    assertEquals("400 10/2018278", error(messenger.sendTo("7000000000000002", "{\"text\":\"x\"}")));
  }

  @Test
  void aSenderActionStandsAlone() {
    messenger.says("{\"text\":\"hi\"}");
    String to = "{\"recipient\":{\"id\":\"" + ANN + "\"},\"sender_action\":";

    assertEquals(200, messenger.send(to + "\"typing_on\"}").statusCode());
    assertEquals("400 100", error(messenger.send(to + "\"dance\"}")));
    assertEquals(
        "400 100", error(messenger.send(to + "\"typing_on\",\"message\":{\"text\":\"x\"}}")));
  }

  @Test
  void aBodyThatIsNoRequestIsRefused() {
    messenger.says("{\"text\":\"hi\"}");
    assertEquals("400 100", error(messenger.send("{\"recipient\":")));
    assertEquals("400 100", error(messenger.send("[]")));
    assertEquals("400 100", error(messenger.send("{\"message\":{\"text\":\"x\"}}")));
    assertEquals("400 100", error(messenger.send("{\"recipient\":{\"id\":\"" + ANN + "\"}}")));
    assertEquals(
        "400 100", error(messenger.send(HUMAN_AGENT.replace("HUMAN_AGENT", "ACCOUNT_UPDATE"))));
    assertEquals("400 100", error(messenger.send(HUMAN_AGENT.replace("\"tag\"", "\"tga\""))));
    assertEquals(
        "400 100", error(messenger.send(HUMAN_AGENT.replace("\"tag\":\"HUMAN_AGENT\",", ""))));
  }

  @Test
  void misbehavesAsAsked() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.control("POST", "/switches", "{\"callbacks\":\"none\"}");
    behave("{\"operation\":\"send\",\"status\":500,\"count\":1}");
    behave("{\"code\":613,\"count\":1}");
    behave("{\"code\":1200,\"count\":1}");
    behave("{\"drop\":\"after\",\"count\":1}");
    behave("{\"code\":2,\"when\":\"after\",\"count\":1}");

    assertEquals("500 1", error(messenger.sendText("a")));
    assertEquals("400 613", error(messenger.sendText("b")));
    assertEquals("500 1200", error(messenger.sendText("c")));
    assertThrows(UncheckedIOException.class, () -> messenger.sendText("d"));
    assertEquals("503 2", error(messenger.sendText("e")));
    assertEquals(200, messenger.sendText("f").statusCode());
    JsonNode phone = messenger.control("GET", "/customers/" + ANN + "/messages", "").path("items");
    assertEquals("d", phone.path(1).path("message").path("text").asText());
    assertEquals("e", phone.path(2).path("message").path("text").asText());
    assertEquals(4, phone.size());
  }

  @Test
  void audioAndVideoGoAtTenASecond() {
    messenger.says("{\"text\":\"hi\"}");
    messenger.control("POST", "/switches", "{\"callbacks\":\"none\"}");
    String video =
        "{\"attachment\":{\"type\":\"video\",\"payload\":{\"url\":\"https://a.example/v.mp4\"}}}";

    boolean limited =
        IntStream.range(0, 40)
            .mapToObj(i -> error(messenger.sendTo(ANN, video)))
            .anyMatch("400 613"::equals);

    assertTrue(limited);
    assertEquals(200, messenger.sendText("x").statusCode());
  }

  private void behave(String behaviour) {
    messenger.control("POST", "/behaviour", behaviour);
  }
}
