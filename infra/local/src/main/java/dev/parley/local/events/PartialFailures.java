package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.local.gateway.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The identifiers of the records that a function reported as failed. */
final class PartialFailures {
  private PartialFailures() {}

  /**
   * Reads the answer.
   *
   * @param known the identifiers of the batch
   * @return the failed ones, or nothing when the answer is not valid and the whole batch failed
   */
  static Optional<Set<String>> in(byte[] payload, Set<String> known) {
    if (payload.length == 0) {
      return Optional.of(Set.of());
    }
    Optional<JsonNode> answer = Json.tryParse(payload);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : answer.get().path("batchItemFailures")) {
      String identifier = failure.path("itemIdentifier").asText("");
      if (!known.contains(identifier)) {
        return Optional.empty();
      }
      failed.add(identifier);
    }
    return Optional.of(failed);
  }
}
