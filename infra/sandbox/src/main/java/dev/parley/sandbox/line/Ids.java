package dev.parley.sandbox.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The ids and tokens that LINE gives out, in LINE's formats. */
final class Ids {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int ULID_LENGTH = 26;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong lastMessage = new AtomicLong();

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  /** 18 digits, ever growing, also from one start of the sandbox to the next. */
  String message() {
    long now = clock.millis() * 100_000;
    return String.valueOf(lastMessage.updateAndGet(last -> Math.max(last + 1, now)));
  }

  /** A ULID of now. */
  String event() {
    StringBuilder ulid = new StringBuilder(ULID_LENGTH);
    long millis = clock.millis();
    for (int shift = 45; shift >= 0; shift -= 5) {
      ulid.append(CROCKFORD.charAt((int) (millis >>> shift) & 31));
    }
    while (ulid.length() < ULID_LENGTH) {
      ulid.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
    }
    return ulid.toString();
  }

  String replyToken() {
    return hex();
  }

  /** A quote token or a token that marks messages as read. */
  String token() {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String user() {
    return "U" + hex();
  }

  String group() {
    return "C" + hex();
  }

  String request() {
    return UUID.randomUUID().toString();
  }

  /** The user id of a channel's bot: always the same for a channel. */
  static String bot(String channelId) {
    return "U"
        + HexFormat.of().formatHex(sha256(channelId.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private String hex() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
