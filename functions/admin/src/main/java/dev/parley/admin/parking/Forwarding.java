package dev.parley.admin.parking;

import dev.parley.domain.forward.DueDeliveries;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.ParkedForwards;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What waits for the queue of deliveries: what it could not take, and what is to be tried again.
 */
public record Forwarding(ParkedForwards waiting, DueDeliveries again, ForwardQueue queue) {
  public Lane<ForwardJob> parked() {
    return new Lane<>(waiting, queue::offer);
  }

  public Lane<ForwardJob.Again> due() {
    return new Lane<>(again, this::left);
  }

  private List<ForwardJob.Again> left(List<ForwardJob.Again> jobs) {
    Set<ForwardJob> left = new HashSet<>(queue.offer(List.copyOf(jobs)));
    return jobs.stream().filter(left::contains).toList();
  }
}
