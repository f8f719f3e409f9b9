package dev.parley.sandbox.meta;

import dev.parley.sandbox.webhook.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Meta's signature of a webhook body: lower-case hexadecimal of an HMAC with the app secret. */
public final class HubSignature {
  private HubSignature() {}

  /** The value of {@code X-Hub-Signature-256}. */
  public static String of(String appSecret, byte[] body) {
    return "sha256=" + hex(Hmac.SHA_256.of(appSecret, body));
  }

  /** The value of {@code X-Hub-Signature}, which Meta still sends beside. */
  static String old(String appSecret, byte[] body) {
    return "sha1=" + hex(Hmac.SHA_1.of(appSecret, body));
  }

  /** The value of {@code appsecret_proof} for a token. */
  static String proof(String appSecret, String token) {
    return hex(Hmac.SHA_256.of(appSecret, token.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
