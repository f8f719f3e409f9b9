package dev.parley.domain.forward;

import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deliveries of two weeks, each from the end of its first try on. */
public interface Deliveries {
  Duration LIFE = Duration.ofDays(14);

  Optional<Delivery> find(MerchantId merchant, DeliveryId id);

  /**
   * Keeps the delivery as it is now, when nobody has tried it in the meantime.
   *
   * @param attempts how often it had been tried; 0 also when it was not kept at all
   * @return whether it was kept
   */
  boolean keep(Delivery delivery, long attempts);

  /** Returns the merchant's deliveries without their bodies, the newest first. */
  Page<Delivery> list(MerchantId merchant, Delivery.@Nullable Status status, PageRequest page);
}
