package dev.parley.bench.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** LINE's webhook calls of one channel, signed with its secret. */
public final class LineCalls implements ChannelCalls {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String HEADER = "x-line-signature";

  private final Api api;
  private final String channelId;
  private final SecretKeySpec key;

  LineCalls(Api api, String channelId, String secret) {
    this.api = api;
    this.channelId = channelId;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Returns LINE's id of the person with the number. */
  public static String user(int number) {
    return String.format(Locale.ROOT, "U%032x", number);
  }

  @Override
  public String person(int number) {
    return user(number);
  }

  @Override
  public SignedCall call(Said said) {
    return call(said, false);
  }

  @Override
  public SignedCall again(Said said) {
    return call(said, true);
  }

  private SignedCall call(Said said, boolean again) {
    String body =
        "{\"destination\":\"U0123456789abcdef0123456789abcdef\",\"events\":["
            + json(said, again)
            + "]}";
    return new SignedCall("/webhooks/line/" + channelId, HEADER, signature(body), body);
  }

  private static String json(Said said, boolean again) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"message\",\"message\":{\"type\":\"text\",\"id\":\"5%017d\","
            + "\"quoteToken\":\"q3Plxr4AgKd1zXqXHyX2mRnVvLrIVnh5EkAW8yNv7Jk%06d\",\"text\":\"%s\"},"
            + "\"webhookEventId\":\"01HB%022d\",\"deliveryContext\":{\"isRedelivery\":%b},"
            + "\"timestamp\":%d,\"source\":{\"type\":\"user\",\"userId\":\"%s\"},"
            + "\"replyToken\":\"38ef843bde154d9b91c21320%08d\",\"mode\":\"active\"}",
        said.number(),
        said.number(),
        said.text(),
        said.number(),
        again,
        said.at(),
        said.user(),
        said.number());
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
    return api.with(call.header(), call.signature()).send("POST", call.path(), call.body());
  }
}
