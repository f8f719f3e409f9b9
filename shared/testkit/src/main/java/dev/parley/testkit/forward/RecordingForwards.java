package dev.parley.testkit.forward;

import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.ParkedForwards;
import java.util.ArrayList;
import java.util.List;

/** The queue of deliveries and the place where they are parked, in memory; it can be shut. */
public final class RecordingForwards implements ForwardQueue, ParkedForwards {
  private final List<ForwardJob> queued = new ArrayList<>();
  private final List<ForwardJob> parked = new ArrayList<>();
  private boolean shut;

  public void shut() {
    shut = true;
  }

  /** Returns what was queued and takes it out of the queue. */
  public List<ForwardJob> drained() {
    List<ForwardJob> all = List.copyOf(queued);
    queued.clear();
    return all;
  }

  @Override
  public List<ForwardJob> offer(List<ForwardJob> jobs) {
    if (shut) {
      return jobs;
    }
    queued.addAll(jobs);
    return List.of();
  }

  @Override
  public void park(List<ForwardJob> jobs) {
    parked.addAll(jobs);
  }

  @Override
  public List<ForwardJob> oldest(int most) {
    return parked.stream().limit(most).toList();
  }

  @Override
  public void release(List<ForwardJob> jobs) {
    parked.removeAll(jobs);
  }
}
