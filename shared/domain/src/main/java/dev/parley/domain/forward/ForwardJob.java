package dev.parley.domain.forward;

import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;

/** What the queue of deliveries carries. */
public sealed interface ForwardJob {
  MerchantId merchantId();

  /** A delivery to be tried for the first time; it is kept nowhere else yet. */
  record First(Delivery delivery) implements ForwardJob {
    @Override
    public MerchantId merchantId() {
      return delivery.merchantId();
    }
  }

  /**
   * A kept delivery to be tried again.
   *
   * @param attempts how often it was tried when this was queued; another number makes it void
   */
  record Again(MerchantId merchantId, DeliveryId id, Target target, long attempts, Instant dueAt)
      implements ForwardJob {
    public static Again of(Delivery delivery, Instant dueAt) {
      return new Again(
          delivery.merchantId(),
          delivery.id(),
          delivery.target(),
          delivery.progress().attempts(),
          dueAt);
    }
  }

  /** A change whose telling was given up, to be told after all. */
  record Retell(Occurrences.Place place) implements ForwardJob {
    @Override
    public MerchantId merchantId() {
      return place.merchantId();
    }
  }
}
