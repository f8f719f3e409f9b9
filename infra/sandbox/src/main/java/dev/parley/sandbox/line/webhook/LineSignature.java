package dev.parley.sandbox.line.webhook;

import dev.parley.sandbox.webhook.Hmac;
import java.util.Base64;

/** LINE's signature of a webhook body: base64 of HMAC-SHA256 with the channel secret. */
public final class LineSignature {
  private LineSignature() {}

  public static String of(String channelSecret, byte[] body) {
    return Base64.getEncoder().encodeToString(Hmac.SHA_256.of(channelSecret, body));
  }
}
