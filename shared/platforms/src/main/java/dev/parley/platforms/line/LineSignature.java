package dev.parley.platforms.line;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The {@code x-line-signature} of a webhook call: the Base64 text (standard alphabet, with padding)
 * of the HMAC-SHA256 of the raw body under the channel secret.
 */
public final class LineSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private LineSignature() {}

  /**
   * Returns whether the header signs the body; it takes the same time wherever they differ.
   *
   * @param body the bytes exactly as they were received
   * @param header case counts; {@code null} never matches
   */
  public static boolean matches(String channelSecret, byte[] body, @Nullable String header) {
    if (header == null) {
      return false;
    }
    byte[] expected = of(channelSecret, body).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
  }

  static String of(String channelSecret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(channelSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }
}
