package dev.parley.platforms.meta;

import dev.parley.platforms.webhook.HmacSha256;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The {@code X-Hub-Signature-256} of a webhook call: {@code sha256=} and the HMAC-SHA256 of the raw
 * body under the app's secret, in lower-case hexadecimal.
 */
public final class MetaSignature {
  private static final String PREFIX = "sha256=";

  private MetaSignature() {}

  /**
   * Returns whether the header signs the body; it takes the same time wherever they differ.
   *
   * @param body the bytes exactly as they were received
   * @param header {@code null} never matches
   */
  public static boolean matches(String appSecret, byte[] body, @Nullable String header) {
    return header != null && HmacSha256.isSame(of(appSecret, body), header);
  }

  static String of(String appSecret, byte[] body) {
    return PREFIX + HexFormat.of().formatHex(HmacSha256.of(appSecret, body));
  }
}
