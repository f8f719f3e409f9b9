package dev.parley.admin.agents;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import java.util.Optional;

/** Changes an agent; what its keys may do changes at once. */
public final class ChangeAgent {
  private final Agents agents;

  public ChangeAgent(Agents agents) {
    this.agents = agents;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The agent is as it was asked for. */
    record Changed(Agent agent) implements Outcome {}

    /** The merchant has no such agent. */
    record Unknown() implements Outcome {}

    /** The merchant would be left without an owner. */
    record LastOwner() implements Outcome {}
  }

  public Outcome change(Caller caller, AgentId id, AgentPatch patch) {
    Optional<Agent> changed =
        agents.change(caller.merchantId(), id, agent -> patched(agent, patch));
    if (changed.isEmpty()) {
      return new Outcome.Unknown();
    }
    Agent asked = patch.applyTo(AgentDetails.of(changed.get())).applyTo(changed.get());
    return asked.equals(changed.get())
        ? new Outcome.Changed(changed.get())
        : new Outcome.LastOwner();
  }

  /** Returns the agent changed, or as it is when that takes the merchant's last owner away. */
  private Agent patched(Agent agent, AgentPatch patch) {
    Agent changed = patch.applyTo(AgentDetails.of(agent)).applyTo(agent);
    boolean takesOwner = isActiveOwner(agent) && !isActiveOwner(changed);
    return takesOwner && !agents.hasOwnerBeside(agent.merchantId(), agent.id()) ? agent : changed;
  }

  private static boolean isActiveOwner(Agent agent) {
    return agent.active() && agent.role() == Role.OWNER;
  }
}
