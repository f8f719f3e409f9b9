package dev.parley.chat.forward;

import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.OutgoingEvent;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.MerchantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Queues what happened for each endpoint that wants to know. */
public final class TellEvents {
  private final Endpoints endpoints;
  private final ForwardQueue queue;

  public TellEvents(Endpoints endpoints, ForwardQueue queue) {
    this.endpoints = endpoints;
    this.queue = queue;
  }

  public void tell(Occurrence occurrence) {
    batch().tell(occurrence);
  }

  /** Begins a batch of what happened at about the same time. */
  public Batch batch() {
    return new Batch();
  }

  /** A batch, in which the endpoints of each merchant are asked for once. */
  public final class Batch {
    private final Map<MerchantId, List<WebhookEndpoint>> known = new HashMap<>();

    public void tell(Occurrence occurrence) {
      EventBody.of(occurrence).ifPresent(event -> queue(event, of(event.merchantId())));
    }

    private List<WebhookEndpoint> of(MerchantId merchant) {
      return known.computeIfAbsent(merchant, endpoints::all);
    }
  }

  private void queue(OutgoingEvent event, List<WebhookEndpoint> all) {
    List<ForwardJob> jobs =
        all.stream()
            .filter(endpoint -> endpoint.wants(event.type()))
            .<ForwardJob>map(e -> new ForwardJob.First(Delivery.of(event, e.target())))
            .toList();
    if (!jobs.isEmpty() && !queue.offer(jobs).isEmpty()) {
      throw new TransientFault("The queue of deliveries took not all of an event's");
    }
  }
}
