package dev.parley.domain.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** ULID text: 48 bits of milliseconds and 80 bits that tell apart, in Crockford's base 32. */
public final class Ulids {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final long LAST_MILLISECOND = (1L << 48) - 1;

  private Ulids() {}

  /** Returns the 26 characters for the time and the first 10 of the bytes. */
  public static String of(Instant time, byte[] bytes) {
    return time(time) + tail(bytes);
  }

  /**
   * Returns the 26 characters for the time and a digest of the name: the same name, the same tail.
   */
  public static String named(Instant time, String name) {
    return of(time, sha256(name));
  }

  /** Returns 26 characters that depend on the name alone. */
  public static String named(String name) {
    byte[] digest = sha256(name);
    StringBuilder text = new StringBuilder(26);
    append(text, bits(digest, 16, 6), 10);
    return text.append(tail(digest)).toString();
  }

  /**
   * Returns the 10 characters of a time; times outside of what they can hold become the nearest.
   */
  public static String time(Instant time) {
    StringBuilder text = new StringBuilder(10);
    append(text, Math.clamp(time.toEpochMilli(), 0, LAST_MILLISECOND), 10);
    return text.toString();
  }

  /** Returns the time that the 26 characters begin with. */
  public static Instant timeOf(String ulid) {
    long millis = 0;
    for (int i = 0; i < 10; i++) {
      int digit = DIGITS.indexOf(ulid.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("Not a ULID");
      }
      millis = (millis << 5) | digit;
    }
    return Instant.ofEpochMilli(millis);
  }

  /** Returns the 16 characters of the first 10 bytes. */
  public static String tail(byte[] bytes) {
    StringBuilder text = new StringBuilder(16);
    append(text, bits(bytes, 0, 5), 8);
    append(text, bits(bytes, 5, 5), 8);
    return text.toString();
  }

  public static byte[] sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static long bits(byte[] bytes, int from, int count) {
    long bits = 0;
    for (int i = from; i < from + count; i++) {
      bits = (bits << 8) | (bytes[i] & 0xff);
    }
    return bits;
  }

  private static void append(StringBuilder text, long bits, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
      text.append(DIGITS.charAt((int) (bits >>> (5 * i)) & 31));
    }
  }
}
