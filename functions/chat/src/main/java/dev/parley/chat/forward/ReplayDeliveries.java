package dev.parley.chat.forward;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows owners what was delivered and what was not, and delivers it again. */
public final class ReplayDeliveries {
  /** When a replayed delivery is found by itself, should the queue not have got it. */
  private static final Duration TRUST = Duration.ofMinutes(2);

  private final Deliveries deliveries;
  private final Endpoints endpoints;
  private final TargetHealths healths;
  private final ForwardQueue queue;

  public ReplayDeliveries(
      Deliveries deliveries, Endpoints endpoints, TargetHealths healths, ForwardQueue queue) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.healths = healths;
    this.queue = queue;
  }

  public HttpReply list(Caller caller, HttpCall call) {
    QueryFields query = call.queryFields();
    Status status =
        query.value("status", "must be one of pending, delivered, failed", Status::named);
    PageRequest page = query.page();
    query.done();
    Page<Delivery> found = deliveries.list(caller.merchantId(), status, page);
    return HttpReply.json(
        200,
        w ->
            w.objects("items", found.items(), DeliveryJson::write)
                .field("nextCursor", found.nextCursor()));
  }

  /**
   * Begins the tries anew, under the event's own id; what can't be queued is found by the sweep.
   */
  public HttpReply replay(Caller caller, HttpCall call) {
    call.noQuery();
    call.noFields();
    Optional<Delivery> found =
        deliveries.find(caller.merchantId(), new DeliveryId(call.parameter("id")));
    if (found.isEmpty()) {
      return HttpReply.notFound();
    }
    Delivery delivery = found.get();
    if (!isOn(delivery)) {
      return refused("Its target is disabled or was removed; switch it on first.");
    }
    Instant now = call.ids().startedAt();
    Delivery.Progress before = delivery.progress();
    Delivery replayed = delivery.with(before.replayed(now, now.plus(TRUST)));
    if (!deliveries.keep(replayed, before.attempts())) {
      return refused("It is being tried at this moment; look at it again.");
    }
    queue.offer(List.of(ForwardJob.Again.of(replayed, now)));
    return HttpReply.json(202, w -> DeliveryJson.write(w, replayed));
  }

  private boolean isOn(Delivery delivery) {
    return switch (delivery.target()) {
      case Target.Endpoint endpoint ->
          endpoints
              .find(delivery.merchantId(), endpoint.id())
              .map(WebhookEndpoint::health)
              .filter(ReplayDeliveries::isOn)
              .isPresent();
      case Target.Forward forward -> isOn(healths.find(delivery.merchantId(), forward));
    };
  }

  private static boolean isOn(TargetHealth health) {
    return health.disabled() == null;
  }

  private static HttpReply refused(String detail) {
    return HttpReply.problem(409, "not-replayable", "The delivery can't be replayed now", detail);
  }
}
