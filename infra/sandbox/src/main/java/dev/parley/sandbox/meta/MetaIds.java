package dev.parley.sandbox.meta;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** The ids that Meta's platforms give out, in their formats. */
public final class MetaIds {
  /** The app that sends for the shop, as tokens and echoes name it. */
  public static final String APP = "1517776481860111";

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  MetaIds(InstantSource clock) {
    this.clock = clock;
  }

  /** A Messenger message's id. */
  public String mid() {
    return "m_" + base64(48);
  }

  /** An Instagram message's id. */
  public String igMid() {
    return "aWdf" + base64(60);
  }

  /** A WhatsApp message's id; the number that it is about can be read from it, as in Meta's. */
  public String wamid(String address) {
    byte[] bytes = (address + " " + hex(10)).getBytes(StandardCharsets.UTF_8);
    return "wamid." + Base64.getEncoder().encodeToString(bytes);
  }

  /** The id of a file, an ad, a story: 17 digits, ever growing, also after a restart. */
  public String number() {
    long now = clock.millis() * 10_000;
    return String.valueOf(last.updateAndGet(before -> Math.max(before + 1, now)));
  }

  /** The id under which Meta finds a call in its logs. */
  String trace() {
    return "A" + base64(16);
  }

  String hex(int bytes) {
    return HexFormat.of().formatHex(some(bytes));
  }

  private String base64(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(some(bytes));
  }

  private byte[] some(int bytes) {
    byte[] all = new byte[bytes];
    random.nextBytes(all);
    return all;
  }
}
