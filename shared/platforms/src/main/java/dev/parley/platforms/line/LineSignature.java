package dev.parley.platforms.line;

import dev.parley.platforms.webhook.HmacSha256;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The {@code x-line-signature} of a webhook call: the Base64 text (standard alphabet, with padding)
 * of the HMAC-SHA256 of the raw body under the channel secret.
 */
public final class LineSignature {
  private LineSignature() {}

  /**
   * Returns whether the header signs the body; it takes the same time wherever they differ.
   *
   * @param body the bytes exactly as they were received
   * @param header case counts; {@code null} never matches
   */
  public static boolean matches(String channelSecret, byte[] body, @Nullable String header) {
    return header != null && HmacSha256.isSame(of(channelSecret, body), header);
  }

  /** Returns the header that signs the body. */
  public static String of(String channelSecret, byte[] body) {
    return Base64.getEncoder().encodeToString(HmacSha256.of(channelSecret, body));
  }
}
