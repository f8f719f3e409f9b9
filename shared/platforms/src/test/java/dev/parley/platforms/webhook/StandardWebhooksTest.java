package dev.parley.platforms.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {
  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final byte[] SECRET = Base64.getDecoder().decode(KEY);

  /** The example that the scheme's own libraries test themselves with. */
  @Test
  void signsAsTheSchemesLibrariesDo() {
    Map<String, String> headers =
        StandardWebhooks.headers(
            SECRET,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");

    assertEquals(
        Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp", "1614265330",
            "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        headers);
  }

  @Test
  void writesASecretAsReceiversReadIt() {
    assertEquals("whsec_" + KEY, StandardWebhooks.text(SECRET));
  }
}
