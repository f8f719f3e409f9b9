package dev.parley.sandbox.meta;

import dev.parley.sandbox.behaviour.RateLimits;
import java.util.function.ToDoubleFunction;

/** How often an account may call an operation a second. */
public final class Pace {
  private final RateLimits limits;
  private final GraphError exceeded;

  public Pace(ToDoubleFunction<String> perSecond, GraphError exceeded) {
    this.limits = new RateLimits(System::nanoTime, perSecond);
    this.exceeded = exceeded;
  }

  /** Counts a call, which is refused if there have been too many. */
  public void keep(String accountId, String operation) {
    if (!limits.allow(accountId, operation)) {
      throw new Refused(exceeded);
    }
  }
}
