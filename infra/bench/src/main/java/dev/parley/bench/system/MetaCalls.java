package dev.parley.bench.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The webhook calls of one channel of Messenger, Instagram or WhatsApp, signed by its app. */
final class MetaCalls implements ChannelCalls {
  private static final String ALGORITHM = "HmacSHA256";

  private final String platform;
  private final String channelId;
  private final String accountId;
  private final SecretKeySpec key;

  MetaCalls(String platform, String channelId, String accountId, String secret) {
    this.platform = platform;
    this.channelId = channelId;
    this.accountId = accountId;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  @Override
  public String person(int number) {
    return Long.toString(886_900_000_000L + number);
  }

  @Override
  public SignedCall call(Said said) {
    String body = platform.equals("whatsapp") ? whatsapp(said) : messaging(said);
    return new SignedCall(
        "/webhooks/" + platform + "/" + channelId, "x-hub-signature-256", signature(body), body);
  }

  /** Meta delivers again what it delivered before, to the letter. */
  @Override
  public SignedCall again(Said said) {
    return call(said);
  }

  private String messaging(Said said) {
    return String.format(
        Locale.ROOT,
        "{\"object\":\"%s\",\"entry\":[{\"time\":%d,\"id\":\"%s\",\"messaging\":[{"
            + "\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":%d,"
            + "\"message\":{\"mid\":\"m_%08d0123456789abcdef\",\"text\":\"%s\"}}]}]}",
        platform.equals("messenger") ? "page" : platform,
        said.at(),
        accountId,
        said.user(),
        accountId,
        said.at(),
        said.number(),
        escaped(said.text()));
  }

  private String whatsapp(Said said) {
    return String.format(
        Locale.ROOT,
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":{"
            + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"886223456789\","
            + "\"phone_number_id\":\"%s\"},\"contacts\":[{\"profile\":{\"name\":\"\\u5ba2\\u4eba\"},"
            + "\"wa_id\":\"%s\"}],\"messages\":[{\"from\":\"%s\",\"id\":\"wamid.%012d\",\"timestamp\":\"%d\","
            + "\"type\":\"text\",\"text\":{\"body\":\"%s\"}}]},\"field\":\"messages\"}]}]}",
        accountId,
        said.user(),
        said.user(),
        said.number(),
        said.at() / 1000,
        escaped(said.text()));
  }

  /** Meta sends nothing but ASCII. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return escaped.toString();
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
