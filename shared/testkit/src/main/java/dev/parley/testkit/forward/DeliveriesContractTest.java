package dev.parley.testkit.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.Delivery.Try;
import dev.parley.domain.forward.DueDeliveries;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How deliveries are kept and found when they are due, in memory or in a table. */
public abstract class DeliveriesContractTest {
  protected static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Target ENDPOINT = new Target.Endpoint(new EndpointId("whe_1"));
  private static final PageRequest PAGE = new PageRequest(10, null);

  private final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());

  /** Returns the store, at noon. */
  protected abstract Deliveries deliveries();

  /** Returns what is due in the store at that time. */
  protected abstract DueDeliveries due(Instant now);

  private Delivery delivery(int number, Target target) {
    Instant at = NOON.minusSeconds(100 - number);
    return Delivery.of(merchant, target, "evt_" + number, "message.sent", at, "{\"a\":\"茶\"}");
  }

  private static Delivery failedOnce(Delivery delivery, Instant due) {
    Try tried = new Try(NOON, 503, "The target answered 503");
    return delivery.with(delivery.progress().again(tried, due));
  }

  private static Delivery delivered(Delivery delivery) {
    return delivery.with(delivery.progress().ended(Status.DELIVERED, new Try(NOON, 204, null)));
  }

  @Test
  void aDeliveryIsFoundAsItWasKept() {
    Target forward = new Target.Forward(new ChannelId("line-shop"), "https://example.com/?a=1");
    Delivery first = failedOnce(delivery(1, ENDPOINT), NOON.plusSeconds(60));
    Delivery second = delivered(delivery(2, forward));

    deliveries().keep(first, 0);
    deliveries().keep(second, 0);

    assertEquals(Optional.of(first), deliveries().find(merchant, first.id()));
    assertEquals(Optional.of(second), deliveries().find(merchant, second.id()));
    assertEquals(Optional.empty(), deliveries().find(new MerchantId("mer_other"), first.id()));
  }

  @Test
  void whatWasTriedInTheMeantimeIsNotOverwritten() {
    Delivery begun = delivery(1, ENDPOINT);
    Delivery once = failedOnce(begun, NOON.plusSeconds(60));

    assertTrue(deliveries().keep(once, 0));
    assertFalse(deliveries().keep(delivered(begun), 0));
    assertTrue(deliveries().keep(delivered(once), 1));
    assertFalse(deliveries().keep(delivered(once), 1));
    assertFalse(deliveries().keep(delivered(delivery(2, ENDPOINT)), 1));
  }

  @Test
  void whatIsPutOffBeforeItsFirstTryIsTriedFirstLater() {
    Delivery begun = delivery(1, ENDPOINT);
    Delivery put = begun.with(begun.progress().putOff(NOON.plusSeconds(60)));

    assertTrue(deliveries().keep(put, 0));
    assertTrue(deliveries().keep(delivered(begun), 0));
  }

  @Test
  void listsTheNewestFirstWithoutBodies() {
    Delivery pending = failedOnce(delivery(1, ENDPOINT), NOON.plusSeconds(60));
    Delivery failed =
        delivery(2, ENDPOINT)
            .with(delivery(2, ENDPOINT).progress().dropped(new Try(NOON, null, "x")));
    Delivery delivered = delivered(delivery(3, ENDPOINT));
    List.of(pending, failed, delivered).forEach(d -> deliveries().keep(d, 0));

    assertEquals(ids(delivered, failed, pending), listed(null));
    assertEquals(ids(pending), listed(Status.PENDING));
    assertEquals(ids(failed), listed(Status.FAILED));
    assertEquals(ids(delivered), listed(Status.DELIVERED));
    assertEquals("", deliveries().list(merchant, null, PAGE).items().getFirst().body());
  }

  private static List<String> ids(Delivery... deliveries) {
    return List.of(deliveries).stream().map(Delivery::toString).toList();
  }

  private List<String> listed(Delivery.@Nullable Status status) {
    return deliveries().list(merchant, status, PAGE).items().stream()
        .map(Delivery::toString)
        .toList();
  }

  @Test
  void aPageIsFollowedByTheNext() {
    for (int i = 0; i < 3; i++) {
      deliveries().keep(failedOnce(delivery(i, ENDPOINT), NOON.plusSeconds(60)), 0);
    }

    var first = deliveries().list(merchant, Status.PENDING, new PageRequest(2, null));
    var second =
        deliveries().list(merchant, Status.PENDING, new PageRequest(2, first.nextCursor()));

    assertEquals(
        ids(delivery(2, ENDPOINT), delivery(1, ENDPOINT)),
        first.items().stream().map(Delivery::toString).toList());
    assertEquals(
        ids(delivery(0, ENDPOINT)), second.items().stream().map(Delivery::toString).toList());
  }

  @Test
  void aDeliveryIsForgottenAfterTwoWeeks() {
    Instant old = NOON.minus(Deliveries.LIFE);
    Delivery delivery = Delivery.of(merchant, ENDPOINT, "evt_old", "message.sent", old, "{}");

    deliveries().keep(delivered(delivery), 0);

    assertEquals(Optional.empty(), deliveries().find(merchant, delivery.id()));
    assertEquals(List.of(), listed(null));
  }

  @Test
  void whatIsDueIsFoundUntilTheQueueHasIt() {
    Delivery soon = failedOnce(delivery(1, ENDPOINT), NOON.plusSeconds(60));
    Delivery later = failedOnce(delivery(2, ENDPOINT), NOON.plusSeconds(120));
    deliveries().keep(soon, 0);
    deliveries().keep(later, 0);
    deliveries().keep(delivered(delivery(3, ENDPOINT)), 0);
    DueDeliveries due = due(NOON.plusSeconds(60));

    List<Again> found = mine(due);
    due.release(found);

    assertEquals(List.of(Again.of(soon, NOON.plusSeconds(60))), found);
    assertEquals(List.of(), mine(due));
    assertEquals(
        ids(later, soon),
        mine(due(NOON.plus(Duration.ofHours(1)))).stream().map(a -> a.id().value()).toList());
  }

  @Test
  void whatWasTriedSinceItWasFoundIsNotPutOff() {
    Delivery soon = failedOnce(delivery(1, ENDPOINT), NOON.plusSeconds(60));
    deliveries().keep(soon, 0);
    DueDeliveries due = due(NOON.plusSeconds(60));
    List<Again> found = mine(due);

    Delivery done = delivered(soon);
    deliveries().keep(done, 1);
    due.release(found);

    assertEquals(Optional.of(done), deliveries().find(merchant, done.id()));
  }

  private List<Again> mine(DueDeliveries due) {
    return due.oldest(1000).stream().filter(a -> a.merchantId().equals(merchant)).toList();
  }
}
