package dev.parley.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    boolean strikes(String service, String operation, @Nullable String function) {
      if (!fault.concerns(service, operation, function) || usedUp()) {
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

  /** Whether every failure that was set has struck as often as it should. */
  public synchronized boolean allStruck() {
    return faults.isEmpty();
  }

  public synchronized void clear() {
    faults.clear();
  }

  /** Counts the call and returns the failure that strikes it, if one does. */
  Optional<Fault> strike(Call call) {
    return strike(call.service(), call.operation(), call.function());
  }

  /**
   * Counts a call that the runner makes for a function, such as the deletion of its messages, and
   * returns the failure that strikes it, if one does.
   */
  public synchronized Optional<Fault> strike(
      String service, String operation, @Nullable String function) {
    Optional<Fault> struck = Optional.empty();
    for (Counted counted : faults) {
      if (counted.strikes(service, operation, function) && struck.isEmpty()) {
        struck = Optional.of(counted.fault);
      }
    }
    faults.removeIf(Counted::usedUp);
    return struck;
  }
}
