package dev.parley.admin.agents;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Caller;

/** Adds an agent to the caller's merchant. */
public final class AddAgent {
  private final Agents agents;

  public AddAgent(Agents agents) {
    this.agents = agents;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The agent is there. */
    record Added(Agent agent) implements Outcome {}

    /** The caller may not have such an agent. */
    record NotAllowed() implements Outcome {}
  }

  public Outcome add(Caller caller, AgentDetails details, Ids ids) {
    Agent agent =
        new Agent(
            new AgentId(ids.next("agt")),
            caller.merchantId(),
            details.name(),
            details.email(),
            details.role(),
            details.code(),
            details.storeIds(),
            details.active(),
            ids.startedAt());
    if (!caller.manages(agent)) {
      return new Outcome.NotAllowed();
    }
    agents.add(agent);
    return new Outcome.Added(agent);
  }
}
