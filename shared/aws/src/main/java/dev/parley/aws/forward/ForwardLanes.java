package dev.parley.aws.forward;

import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.ForwardJob.Again;
import dev.parley.domain.forward.ForwardJob.First;
import dev.parley.domain.forward.ForwardJob.Retell;
import dev.parley.domain.forward.Target;
import dev.parley.domain.id.Ulids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which jobs wait for each other. A merchant has some lanes, in each of which one delivery is tried
 * at a time, so that one merchant's slow targets can't hold all that deliver. A target goes by a
 * few of them, chosen by its name: two targets of a merchant seldom share more than one.
 */
final class ForwardLanes {
  private static final int OF_A_MERCHANT = 20;
  private static final int OF_A_TARGET = 4;

  private ForwardLanes() {}

  /** Returns the name of the job's lane. */
  static String of(ForwardJob job) {
    return switch (job) {
      case First first -> of(job, first.delivery().target(), first.delivery().id().value());
      case Again again -> of(job, again.target(), again.id().value());
      case Retell retell -> Ulids.named(retell.place().partition());
    };
  }

  private static String of(ForwardJob job, Target target, String delivery) {
    List<Integer> lanes = List.copyOf(lanes(target));
    int lane = lanes.get(Math.floorMod(delivery.hashCode(), lanes.size()));
    return Ulids.named(job.merchantId() + "\n" + lane);
  }

  private static Set<Integer> lanes(Target target) {
    Set<Integer> lanes = new LinkedHashSet<>();
    for (byte part : Ulids.sha256(target.name())) {
      if (lanes.size() < OF_A_TARGET) {
        lanes.add(Math.floorMod(part, OF_A_MERCHANT));
      }
    }
    return lanes;
  }
}
