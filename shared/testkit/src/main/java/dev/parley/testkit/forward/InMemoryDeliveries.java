package dev.parley.testkit.forward;

import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Progress;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.DueDeliveries;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Deliveries and what is due of them, in memory. */
public final class InMemoryDeliveries implements Deliveries, DueDeliveries {
  private static final Duration TRUST = Duration.ofMinutes(15);

  private final Map<String, Delivery> deliveries = new TreeMap<>();
  private final InstantSource clock;

  public InMemoryDeliveries(InstantSource clock) {
    this.clock = clock;
  }

  private static String key(MerchantId merchant, DeliveryId id) {
    return merchant + "#" + id;
  }

  /** Returns all, the oldest first. */
  public List<Delivery> all() {
    return List.copyOf(deliveries.values());
  }

  @Override
  public Optional<Delivery> find(MerchantId merchant, DeliveryId id) {
    return Optional.ofNullable(deliveries.get(key(merchant, id))).filter(this::isAlive);
  }

  private boolean isAlive(Delivery delivery) {
    return delivery.createdAt().plus(LIFE).isAfter(clock.instant());
  }

  @Override
  public boolean keep(Delivery delivery, long attempts) {
    String key = key(delivery.merchantId(), delivery.id());
    Delivery before = deliveries.get(key);
    boolean unchanged = before == null ? attempts == 0 : before.progress().attempts() == attempts;
    if (unchanged) {
      deliveries.put(key, delivery);
    }
    return unchanged;
  }

  @Override
  public Page<Delivery> list(MerchantId merchant, @Nullable Status status, PageRequest page) {
    String cursor = page.cursor();
    List<Delivery> left =
        deliveries.values().stream()
            .filter(d -> d.merchantId().equals(merchant) && isAlive(d))
            .filter(d -> status == null || d.progress().status() == status)
            .filter(d -> cursor == null || d.id().value().compareTo(cursor) < 0)
            .sorted(Comparator.comparing((Delivery d) -> d.id().value()).reversed())
            .map(InMemoryDeliveries::withoutBody)
            .toList();
    List<Delivery> shown = left.subList(0, Math.min(left.size(), page.limit()));
    return new Page<>(shown, left.size() > shown.size() ? shown.getLast().id().value() : null);
  }

  private static Delivery withoutBody(Delivery d) {
    return new Delivery(
        d.id(), d.merchantId(), d.target(), d.eventId(), d.type(), d.createdAt(), "", d.progress());
  }

  @Override
  public List<Again> oldest(int most) {
    return deliveries.values().stream()
        .flatMap(delivery -> due(delivery).stream())
        .sorted(Comparator.comparing(Again::dueAt).thenComparing(again -> again.id().value()))
        .limit(most)
        .toList();
  }

  private Optional<Again> due(Delivery delivery) {
    Instant due = delivery.progress().dueAt();
    return Optional.ofNullable(due)
        .filter(at -> !at.isAfter(clock.instant()))
        .map(at -> Again.of(delivery, at));
  }

  @Override
  public void release(List<Again> queued) {
    for (Again again : queued) {
      Delivery delivery =
          Objects.requireNonNull(deliveries.get(key(again.merchantId(), again.id())));
      Progress progress = delivery.progress();
      if (progress.attempts() == again.attempts() && again.dueAt().equals(progress.dueAt())) {
        deliveries.put(
            key(again.merchantId(), again.id()),
            delivery.with(progress.putOff(clock.instant().plus(TRUST))));
      }
    }
  }
}
