package dev.parley.domain.merchant;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agents of each merchant. */
public interface Agents {
  Optional<Agent> find(MerchantId merchant, AgentId id);

  /** Lists a merchant's agents in the order in which they came. */
  Page<Agent> list(MerchantId merchant, PageRequest page);

  /** Adds an agent; one that is there already stays as it is. */
  void add(Agent agent);

  /**
   * Changes an agent, and in the same step what its keys say of it.
   *
   * @param change may be asked again when something else changed the merchant's agents meanwhile
   * @return the agent as it is now, or empty when there is none
   */
  Optional<Agent> change(MerchantId merchant, AgentId id, UnaryOperator<Agent> change);

  /** Returns whether the merchant has an active owner beside this agent. */
  boolean hasOwnerBeside(MerchantId merchant, AgentId id);
}
