package dev.parley.sandbox.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.sandbox.RunningSandbox;
import dev.parley.sandbox.meta.message.Spelled;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What control routes say to a request that makes no sense. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlRoutesTest {
  private RunningSandbox sandbox;

  @BeforeAll
  void start() {
    sandbox = new RunningSandbox();
    sandbox.control("messenger", "POST", "/customers", "{\"id\":\"70009\"}");
    sandbox.control("messenger", "POST", "/customers/70009/block", "{}");
  }

  @AfterAll
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          messenger ~ /customers ~ {'id':'ann'} ~ 400
          messenger ~ /customers ~ {'id':'70001','channelId':'999'} ~ 400
          messenger ~ /customers/ann/messages ~ {'text':'x'} ~ 400
          messenger ~ /customers/70001/messages ~ {'nothing':'x'} ~ 400
          messenger ~ /customers/70001/messages ~ {'image':{'base64':'!'}} ~ 400
          messenger ~ /customers/70001/read ~ {} ~ 409
          messenger ~ /customers/70001/unsend ~ {} ~ 400
          messenger ~ /customers/70001/edit ~ {'messageId':'m'} ~ 400
          messenger ~ /customers/70009/messages ~ {'text':'x'} ~ 409
          messenger ~ /channels ~ {'channelId':'1','accessToken':'t','appSecret':'s'} ~ 400
          messenger ~ /channels ~ {'accessToken':'t','appSecret':'s','verifyToken':'v'} ~ 400
          messenger ~ /channels/999/expire ~ {} ~ 400
          messenger ~ /channels/100000000000001/expire ~ {'at':'soon'} ~ 400
          messenger ~ /switches ~ {'callbacks':'sometimes'} ~ 400
          messenger ~ /behaviour ~ {'drop':'sometimes'} ~ 400
          messenger ~ /deliveries ~ {'channelId':'999'} ~ 400
          messenger ~ /deliveries/1/redeliver ~ {} ~ 404
          messenger ~ /dances ~ {} ~ 404
          instagram ~ /customers ~ {'id':'ann'} ~ 400
          instagram ~ /customers/70001/messages ~ {'location':{'latitude':1}} ~ 400
          whatsapp ~ /customers ~ {'id':'0911222333'} ~ 400
          whatsapp ~ /customers ~ {'id':'ann'} ~ 400
          whatsapp ~ /customers/886911222333/messages ~ {'nothing':'x'} ~ 400
          whatsapp ~ /customers/886911222333/number ~ {} ~ 400
          whatsapp ~ /customers/886911222333/number ~ {'waId':'ann'} ~ 400
          whatsapp ~ /channels/999/templates ~ {'name':'x','language':'th'} ~ 400
          whatsapp ~ /channels/106540000000001/templates ~ {'name':'x'} ~ 400
          """)
  void sayWhatIsWrong(String platform, String path, String body, int status) {
    HttpResponse<String> response =
        sandbox.call("none", "POST", "/_sandbox/" + platform + path, Spelled.json(body).toString());

    assertEquals(status, response.statusCode(), response.body());
  }
}
