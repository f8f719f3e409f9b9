package dev.parley.chat.forward;

import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.OutgoingEvent;
import java.util.List;

/** Queues what happened for each endpoint that wants to know. */
public final class TellEvents {
  private final Endpoints endpoints;
  private final ForwardQueue queue;

  public TellEvents(Endpoints endpoints, ForwardQueue queue) {
    this.endpoints = endpoints;
    this.queue = queue;
  }

  public void tell(Occurrence occurrence) {
    EventBody.of(occurrence).ifPresent(this::queue);
  }

  private void queue(OutgoingEvent event) {
    List<ForwardJob> jobs =
        endpoints.all(event.merchantId()).stream()
            .filter(endpoint -> endpoint.wants(event.type()))
            .<ForwardJob>map(e -> new ForwardJob.First(Delivery.of(event, e.target())))
            .toList();
    if (!jobs.isEmpty() && !queue.offer(jobs).isEmpty()) {
      throw new TransientFault("The queue of deliveries took not all of an event's");
    }
  }
}
