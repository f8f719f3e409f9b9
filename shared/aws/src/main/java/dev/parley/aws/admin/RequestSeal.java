package dev.parley.aws.admin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What closes the seed and the reply of a request so that the caller's API key alone opens them: a
 * table that leaks shows neither keys that were shown once nor the secrets of links.
 */
final class RequestSeal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  RequestSeal(String apiKey) {
    this.key = derived(apiKey);
  }

  byte[] close(byte[] open) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, open);
    return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
  }

  byte[] open(byte[] closed) {
    return run(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(closed, NONCE),
        Arrays.copyOfRange(closed, NONCE, closed.length));
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A kept request was not sealed by this key", e);
    }
  }

  private static SecretKeySpec derived(String apiKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new SecretKeySpec(
          mac.doFinal("parley kept requests".getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
