package dev.parley.admin.agents;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;

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

    /** The caller may not change such an agent, or not to that. */
    record NotAllowed() implements Outcome {}

    /** The merchant would be left without an owner. */
    record LastOwner() implements Outcome {}
  }

  public Outcome change(Caller caller, AgentId id, AgentPatch patch) {
    boolean seen = agents.find(caller.merchantId(), id).filter(caller::sees).isPresent();
    return seen
        ? agents
            .change(caller.merchantId(), id, agent -> changed(caller, agent, patch))
            .map(agent -> outcome(caller, agent, patch))
            .orElseGet(Outcome.Unknown::new)
        : new Outcome.Unknown();
  }

  /** Returns the agent changed, or as it is when it may not be. */
  private Agent changed(Caller caller, Agent agent, AgentPatch patch) {
    Agent asked = patched(agent, patch);
    return mayBecome(caller, agent, asked) && !takesLastOwner(agent, asked) ? asked : agent;
  }

  /** What was asked for holds of the agent as it is now, or there was a reason against it. */
  private static Outcome outcome(Caller caller, Agent agent, AgentPatch patch) {
    Agent asked = patched(agent, patch);
    if (asked.equals(agent)) {
      return new Outcome.Changed(agent);
    }
    return mayBecome(caller, agent, asked) ? new Outcome.LastOwner() : new Outcome.NotAllowed();
  }

  private static Agent patched(Agent agent, AgentPatch patch) {
    return patch.applyTo(AgentDetails.of(agent)).applyTo(agent);
  }

  private static boolean mayBecome(Caller caller, Agent agent, Agent asked) {
    return caller.manages(agent) && caller.manages(asked);
  }

  private boolean takesLastOwner(Agent agent, Agent asked) {
    return isActiveOwner(agent)
        && !isActiveOwner(asked)
        && !agents.hasOwnerBeside(agent.merchantId(), agent.id());
  }

  private static boolean isActiveOwner(Agent agent) {
    return agent.active() && agent.role() == Role.OWNER;
  }
}
