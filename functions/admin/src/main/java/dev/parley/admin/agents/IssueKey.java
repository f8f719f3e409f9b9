package dev.parley.admin.agents;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives an agent a key, which ends the one that opened the same, and takes keys away again. Keys
 * with other limits live beside each other.
 */
public final class IssueKey {
  private static final int MOST = 50;

  private final Agents agents;
  private final AgentKeys keys;

  public IssueKey(Agents agents, AgentKeys keys) {
    this.agents = agents;
    this.keys = keys;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * The key is valid.
     *
     * @param text what opens; this is the one time that it is known
     */
    record Issued(ApiKey key, String text) implements Outcome {}

    /** The key opens nothing from now on. */
    record Revoked() implements Outcome {}

    /** The merchant has no such agent, or the agent no such key. */
    record Unknown() implements Outcome {}

    /** The agent's keys are not for the caller to give or take. */
    record NotAllowed() implements Outcome {}

    /** The agent is not active: no key of it would open anything. */
    record Inactive() implements Outcome {}

    /** The key would open more than the caller's own. */
    record TooWide() implements Outcome {}

    /** The agent has as many keys as it may. */
    record TooMany(int most) implements Outcome {}
  }

  public Outcome issue(
      Caller caller, AgentId agent, @Nullable Instant expiresAt, Set<String> scopes, Ids ids) {
    String text = ApiKey.draw(ids);
    ApiKey key = new ApiKey(ids.next("key"), ApiKey.hashOf(text), expiresAt, scopes);
    return refused(caller, agent)
        .orElseGet(
            () -> caller.covers(scopes) ? issued(caller, agent, key, text) : new Outcome.TooWide());
  }

  private Outcome issued(Caller caller, AgentId agent, ApiKey key, String text) {
    long others =
        keys.of(caller.merchantId(), agent).stream()
            .filter(other -> !other.id().equals(key.id()) && !other.isReplacedBy(key))
            .count();
    if (others >= MOST) {
      return new Outcome.TooMany(MOST);
    }
    keys.issue(caller.merchantId(), agent, key);
    return new Outcome.Issued(key, text);
  }

  public Outcome revoke(Caller caller, AgentId agent, String keyId) {
    Outcome refused = refused(caller, agent).orElse(null);
    if (refused != null && !(refused instanceof Outcome.Inactive)) {
      return refused;
    }
    return keys.revoke(caller.merchantId(), agent, keyId)
        ? new Outcome.Revoked()
        : new Outcome.Unknown();
  }

  private Optional<Outcome> refused(Caller caller, AgentId id) {
    Agent agent = agents.find(caller.merchantId(), id).filter(caller::sees).orElse(null);
    if (agent == null) {
      return Optional.of(new Outcome.Unknown());
    }
    if (!caller.manages(agent)) {
      return Optional.of(new Outcome.NotAllowed());
    }
    return agent.active() ? Optional.empty() : Optional.of(new Outcome.Inactive());
  }
}
