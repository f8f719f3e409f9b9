package dev.parley.admin.agents;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Optional;

/** Finds the agents that the caller may see: an owner all, a manager those of the own stores. */
public final class FindAgents {
  private final Agents agents;

  public FindAgents(Agents agents) {
    this.agents = agents;
  }

  public Page<Agent> list(Caller caller, PageRequest page) {
    Page<Agent> found = agents.list(caller.merchantId(), page);
    return new Page<>(found.items().stream().filter(caller::sees).toList(), found.nextCursor());
  }

  public Optional<Agent> find(Caller caller, AgentId id) {
    return agents.find(caller.merchantId(), id).filter(caller::sees);
  }
}
