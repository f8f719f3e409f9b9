package dev.parley.domain.forward;

import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.List;

/**
 * An address of a merchant that is told of events.
 *
 * @param events the wire names of the kinds of events
 */
public record WebhookEndpoint(
    EndpointId id,
    MerchantId merchantId,
    String url,
    List<String> events,
    Instant createdAt,
    TargetHealth health) {
  public WebhookEndpoint {
    events = List.copyOf(events);
  }

  public Target target() {
    return new Target.Endpoint(id);
  }

  /** Returns whether the endpoint is to be told of such events now. */
  public boolean wants(EventType type) {
    return health.disabled() == null && events.contains(type.wireName());
  }
}
