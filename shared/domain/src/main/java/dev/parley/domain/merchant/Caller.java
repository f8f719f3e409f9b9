package dev.parley.domain.merchant;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request: the agent that an API key belongs to, with its merchant as they stand now.
 *
 * @param scopes the names of what the key is limited to; empty: everything the agent's role may
 */
public record Caller(Merchant merchant, Agent agent, Set<String> scopes) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  public MerchantId merchantId() {
    return merchant.id();
  }

  public AgentId agentId() {
    return agent.id();
  }

  /** Returns whether the caller's role is this one or a higher one. */
  public boolean isAtLeast(Role role) {
    return agent.role().compareTo(role) <= 0;
  }

  /** Returns whether the caller may see the agent: an owner all, a manager the own stores'. */
  public boolean sees(Agent other) {
    return isAtLeast(Role.OWNER)
        || other.id().equals(agent.id())
        || !Collections.disjoint(other.storeIds(), agent.storeIds());
  }

  /**
   * Returns whether the caller may undo what the agent did for the store: everybody the own, a
   * manager what was done for the own stores, an owner all.
   */
  public boolean answersFor(AgentId other, @Nullable StoreId store) {
    return isAtLeast(Role.OWNER)
        || agent.id().equals(other)
        || (isAtLeast(Role.MANAGER) && store != null && agent.storeIds().contains(store));
  }

  /**
   * Returns whether the caller may make the agent what it is and give it keys: an owner all, a
   * manager those who work for the own stores only and are no owners.
   */
  public boolean manages(Agent other) {
    return isAtLeast(Role.OWNER)
        || (isAtLeast(Role.MANAGER)
            && other.role() != Role.OWNER
            && !other.storeIds().isEmpty()
            && agent.storeIds().containsAll(other.storeIds()));
  }

  /**
   * Returns whether the key may be used for this.
   *
   * @param area the first part of the route's path
   * @param reading whether it changes nothing
   */
  public boolean mayUse(String area, boolean reading) {
    return scopes.isEmpty() || Scopes.cover(scopes, area, reading);
  }

  /** Returns whether the key may be used for all that a key of these scopes may be. */
  public boolean covers(Set<String> others) {
    return scopes.isEmpty()
        || (!others.isEmpty()
            && others.stream()
                .allMatch(other -> mayUse(other.replace(":read", ""), other.endsWith(":read"))));
  }
}
