package dev.parley.admin.agents;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives an agent a key, and takes it away again. */
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

    /** The merchant has no such agent. */
    record UnknownAgent() implements Outcome {}

    /** The key would open more than the caller's own. */
    record TooWide() implements Outcome {}

    /** The agent has as many keys as it may. */
    record TooMany(int most) implements Outcome {}
  }

  public Outcome issue(
      Caller caller, AgentId agent, @Nullable Instant expiresAt, Set<String> scopes, Ids ids) {
    if (agents.find(caller.merchantId(), agent).isEmpty()) {
      return new Outcome.UnknownAgent();
    }
    if (!caller.covers(scopes)) {
      return new Outcome.TooWide();
    }
    String id = ids.next("key");
    String text = ApiKey.draw(ids);
    List<ApiKey> others =
        keys.of(caller.merchantId(), agent).stream().filter(key -> !key.id().equals(id)).toList();
    if (others.size() >= MOST) {
      return new Outcome.TooMany(MOST);
    }
    ApiKey key = new ApiKey(id, ApiKey.hashOf(text), expiresAt, scopes);
    keys.issue(caller.merchantId(), agent, key);
    return new Outcome.Issued(key, text);
  }

  /** Returns whether there was such a key; it opens nothing from now on. */
  public boolean revoke(Caller caller, AgentId agent, String keyId) {
    return keys.revoke(caller.merchantId(), agent, keyId);
  }
}
