package dev.parley.domain.forward;

import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoints of merchants; each has a secret that signs what it gets. */
public interface Endpoints {
  /** Adds the endpoint, unless it is there. */
  void add(WebhookEndpoint endpoint, byte[] secret);

  Optional<WebhookEndpoint> find(MerchantId merchant, EndpointId id);

  /** Returns the endpoint with its secret. */
  Optional<Opened> open(MerchantId merchant, EndpointId id);

  /** Returns all endpoints of the merchant as they are now, the oldest first. */
  List<WebhookEndpoint> all(MerchantId merchant);

  /** Changes the endpoint; empty when there is none. */
  Optional<WebhookEndpoint> change(MerchantId merchant, EndpointId id, Changes changes);

  /**
   * @return whether it was there
   */
  boolean remove(MerchantId merchant, EndpointId id);

  /** An endpoint that can be spoken to. */
  record Opened(WebhookEndpoint endpoint, byte[] secret) {
    @Override
    public String toString() {
      return endpoint.id().value();
    }
  }

  /**
   * What becomes different; {@code null} leaves a thing as it is.
   *
   * @param active whether its failures are forgotten and it is on
   * @param disabled set when it is switched off
   */
  record Changes(
      @Nullable String url,
      @Nullable List<String> events,
      boolean active,
      @Nullable Disabled disabled) {}
}
