package dev.parley.sandbox.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The misbehaviours in force; the first that meets a call is the one that it gets. */
public final class Behaviours {
  private static final class InForce {
    private final Behaviour behaviour;
    private int matches;

    InForce(Behaviour behaviour) {
      this.behaviour = behaviour;
    }

    /** Counts a match; whether it is one that gets the behaviour. */
    boolean strikes() {
      matches++;
      return matches >= behaviour.nth();
    }

    boolean spent() {
      return behaviour.count() > 0 && matches >= behaviour.nth() + behaviour.count() - 1;
    }
  }

  private final List<InForce> inForce = new ArrayList<>();

  public synchronized void add(Behaviour behaviour) {
    inForce.add(new InForce(behaviour));
  }

  public synchronized void clear() {
    inForce.clear();
  }

  public synchronized Optional<Behaviour> next(String operation, String channelId) {
    for (InForce one : inForce) {
      if (one.behaviour.meets(operation, channelId) && one.strikes()) {
        inForce.removeIf(InForce::spent);
        return Optional.of(one.behaviour);
      }
    }
    return Optional.empty();
  }
}
