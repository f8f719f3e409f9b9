package dev.parley.domain.merchant;

import dev.parley.domain.id.Ids;
import dev.parley.domain.id.Ulids;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an agent's API key; the key itself is shown once and then known to nobody but its
 * owner.
 *
 * @param id names the key ({@code key_…})
 * @param hash the key's SHA-256 in hexadecimal digits
 * @param scopes the names of what the key is limited to; empty: everything the agent's role may
 */
public record ApiKey(String id, String hash, @Nullable Instant expiresAt, Set<String> scopes) {
  private static final String PREFIX = "pk_";
  private static final int LENGTH = PREFIX.length() + 43;

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Draws the text of a new key: 256 random bits. */
  public static String draw(Ids ids) {
    byte[] bits = ByteBuffer.allocate(32).put(ids.secret()).put(ids.secret()).array();
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Returns whether the text could be a key at all. */
  public static boolean looksLikeOne(String text) {
    return text.length() == LENGTH && text.startsWith(PREFIX);
  }

  public static String hashOf(String key) {
    return HexFormat.of().formatHex(Ulids.sha256(key));
  }

  /** Returns whether the other key is issued in place of this one: it is limited to the same. */
  public boolean isReplacedBy(ApiKey other) {
    return !id.equals(other.id) && scopes.equals(other.scopes);
  }

  /** Returns whether the key opens nothing any more. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
