package dev.parley.domain.id;

import java.time.Instant;

/**
 * Where the ids and secrets of one request come from. A request repeated under the same idempotency
 * key gets the same ones in the same order, so that what it writes again is what it wrote before.
 */
public interface Ids {
  /**
   * Returns the next id: the prefix, an underscore, 10 characters of time and 16 of randomness (a
   * ULID).
   */
  String next(String prefix);

  /**
   * Returns the next 16 random bytes for a link token or a key; they can't be guessed from an id or
   * a key.
   */
  byte[] secret();

  /** Returns when the request began; the first time for a repeated one. */
  Instant startedAt();
}
