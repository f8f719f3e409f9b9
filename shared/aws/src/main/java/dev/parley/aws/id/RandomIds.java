package dev.parley.aws.id;

import dev.parley.domain.id.Ids;
import dev.parley.domain.id.Ulids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Ids and secrets of a request that is never repeated under the same key. */
public final class RandomIds implements Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Instant startedAt;

  public RandomIds(InstantSource clock) {
    this.startedAt = clock.instant();
  }

  @Override
  public String next(String prefix) {
    return prefix + "_" + Ulids.of(startedAt, secret());
  }

  @Override
  public byte[] secret() {
    byte[] secret = new byte[16];
    RANDOM.nextBytes(secret);
    return secret;
  }

  @Override
  public Instant startedAt() {
    return startedAt;
  }
}
