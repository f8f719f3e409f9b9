package dev.parley.platforms.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of the Standard Webhooks scheme: an id that stays the same when a call is repeated,
 * the time of the call, and the Base64 text of the HMAC-SHA256 of both with the body.
 */
public final class StandardWebhooks {
  private static final String SECRET_PREFIX = "whsec_";

  private StandardWebhooks() {}

  /** Returns the secret as receivers are given it. */
  public static String text(byte[] secret) {
    return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /** Returns the headers of one call. */
  public static Map<String, String> headers(byte[] secret, String id, Instant at, String body) {
    String timestamp = Long.toString(at.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", timestamp);
    headers.put("webhook-signature", "v1," + signature(secret, id + "." + timestamp + "." + body));
    return headers;
  }

  private static String signature(byte[] secret, String signed) {
    byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(HmacSha256.of(secret, bytes));
  }
}
