package dev.parley.domain.merchant;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import java.util.List;

/** The API keys of each agent. */
public interface AgentKeys {
  /** Returns the agent's keys that were not revoked, the expired ones included. */
  List<ApiKey> of(MerchantId merchant, AgentId agent);

  /**
   * Adds a key, valid at once, and ends those that open the same, in the same step; one of the same
   * id that is there already stays as it is.
   */
  void issue(MerchantId merchant, AgentId agent, ApiKey key);

  /** Takes a key away, at once; returns whether there was one. */
  boolean revoke(MerchantId merchant, AgentId agent, String keyId);
}
