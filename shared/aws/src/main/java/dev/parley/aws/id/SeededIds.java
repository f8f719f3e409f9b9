package dev.parley.aws.id;

import dev.parley.domain.id.Ids;
import dev.parley.domain.id.Ulids;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Ids and secrets that follow from a random seed: a request that is begun again gets the same ones.
 */
public final class SeededIds implements Ids {
  private final byte[] seed;
  private final Instant startedAt;
  private int count;

  /**
   * @param seed 16 random bytes, drawn when the request was first begun
   */
  public SeededIds(byte[] seed, Instant startedAt) {
    this.seed = seed.clone();
    this.startedAt = startedAt;
  }

  @Override
  public String next(String prefix) {
    return prefix + "_" + Ulids.of(startedAt, secret());
  }

  @Override
  public byte[] secret() {
    byte[] block = ByteBuffer.allocate(seed.length + 4).put(seed).putInt(count++).array();
    return Arrays.copyOf(Ulids.sha256(block), 16);
  }

  @Override
  public Instant startedAt() {
    return startedAt;
  }
}
