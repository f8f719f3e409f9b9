package dev.parley.admin.agents;

import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner says of an agent. */
public record AgentDetails(
    String name,
    @Nullable String email,
    Role role,
    @Nullable String code,
    List<StoreId> storeIds,
    boolean active) {
  public AgentDetails {
    storeIds = List.copyOf(storeIds);
  }

  static AgentDetails of(Agent agent) {
    return new AgentDetails(
        agent.name(), agent.email(), agent.role(), agent.code(), agent.storeIds(), agent.active());
  }

  /** Returns the agent as it is from now on. */
  Agent applyTo(Agent agent) {
    return new Agent(
        agent.id(),
        agent.merchantId(),
        name,
        email,
        role,
        code,
        storeIds,
        active,
        agent.createdAt());
  }
}
