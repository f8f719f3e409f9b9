package dev.parley.domain.forward;

import dev.parley.domain.id.MerchantId;
import java.time.Instant;

/**
 * Something that happened, as a merchant's systems are told of it.
 *
 * @param id the same however often it is told: receivers tell repeated events by it
 * @param body the JSON that goes out
 */
public record OutgoingEvent(
    String id, MerchantId merchantId, EventType type, Instant at, String body) {
  @Override
  public String toString() {
    return id;
  }
}
