package dev.parley.bench.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** LINE's webhook calls of one channel, signed with its secret. */
public final class LineCalls {
  private static final String ALGORITHM = "HmacSHA256";

  private final Api api;
  private final String channelId;
  private final SecretKeySpec key;

  LineCalls(Api api, String channelId, String secret) {
    this.api = api;
    this.channelId = channelId;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * What one person says.
   *
   * @param number tells the event from all others of the channel
   * @param user LINE's id of the person
   */
  public record Said(int number, String user, String text, long at) {
    /** Returns the same as LINE delivers it when the first delivery was not answered in time. */
    String json(boolean again) {
      return String.format(
          Locale.ROOT,
          "{\"type\":\"message\",\"message\":{\"type\":\"text\",\"id\":\"5%017d\","
              + "\"quoteToken\":\"q3Plxr4AgKd1zXqXHyX2mRnVvLrIVnh5EkAW8yNv7Jk%06d\",\"text\":\"%s\"},"
              + "\"webhookEventId\":\"01HB%022d\",\"deliveryContext\":{\"isRedelivery\":%b},"
              + "\"timestamp\":%d,\"source\":{\"type\":\"user\",\"userId\":\"%s\"},"
              + "\"replyToken\":\"38ef843bde154d9b91c21320%08d\",\"mode\":\"active\"}",
          number,
          number,
          text,
          number,
          again,
          at,
          user,
          number);
    }
  }

  /** A call ready to be sent. */
  public record SignedCall(String path, String signature, String body) {}

  /** Returns LINE's id of the person with the number. */
  public static String user(int number) {
    return String.format(Locale.ROOT, "U%032x", number);
  }

  public SignedCall call(Said said) {
    return call(said, false);
  }

  public SignedCall again(Said said) {
    return call(said, true);
  }

  private SignedCall call(Said said, boolean again) {
    String body =
        "{\"destination\":\"U0123456789abcdef0123456789abcdef\",\"events\":["
            + said.json(again)
            + "]}";
    return new SignedCall("/webhooks/line/" + channelId, signature(body), body);
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer send(SignedCall call) {
    return api.with("x-line-signature", call.signature()).send("POST", call.path(), call.body());
  }
}
