package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The retry keys of accepted requests, kept for a day. */
final class RetryKeys {
  /** An accepted request: its id, the digest of what was asked, and what was answered. */
  @SuppressWarnings("ArrayRecordComponent") // compared by sameRequest only
  record Accepted(String requestId, byte[] digest, ObjectNode answer, Instant at) {
    boolean sameRequest(byte[] other) {
      return Arrays.equals(digest, other);
    }
  }

  private static final Duration LIFE = Duration.ofHours(24);

  private final InstantSource clock;
  private final Map<String, Accepted> accepted = new HashMap<>();

  RetryKeys(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Optional<Accepted> find(String channelId, String key) {
    return Optional.ofNullable(accepted.get(channelId + " " + key))
        .filter(found -> clock.instant().isBefore(found.at().plus(LIFE)));
  }

  synchronized void accept(String channelId, String key, Accepted request) {
    accepted.put(channelId + " " + key, request);
  }
}
