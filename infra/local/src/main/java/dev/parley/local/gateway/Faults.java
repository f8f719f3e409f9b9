package dev.parley.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The failures set and not yet used up, in the order in which they were set. */
public final class Faults {
  private static final class Counted {
    private final Fault fault;
    private int seen;

    Counted(Fault fault) {
      this.fault = fault;
    }

    boolean usedUp() {
      return seen >= fault.nth() + fault.count() - 1;
    }

    boolean strikes(Call call) {
      if (!fault.concerns(call) || usedUp()) {
        return false;
      }
      seen++;
      return seen >= fault.nth();
    }
  }

  private final List<Counted> faults = new ArrayList<>();

  public synchronized void add(Fault fault) {
    faults.add(new Counted(fault));
  }

  public synchronized void clear() {
    faults.clear();
  }

  /** Counts the call and returns the failure that strikes it, if one does. */
  synchronized Optional<Fault> strike(Call call) {
    Optional<Fault> struck = Optional.empty();
    for (Counted counted : faults) {
      if (counted.strikes(call) && struck.isEmpty()) {
        struck = Optional.of(counted.fault);
      }
    }
    faults.removeIf(Counted::usedUp);
    return struck;
  }
}
