package dev.parley.testkit.merchant;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Merchants;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Merchants, agents and keys in memory. */
public final class InMemoryMerchants implements Merchants, Agents, AgentKeys, ApiKeys {
  private final InstantSource clock;
  private final Map<MerchantId, Merchant> merchants = new HashMap<>();
  private final Map<MerchantId, Map<String, Agent>> agents = new HashMap<>();
  private final Map<AgentId, Map<String, ApiKey>> keys = new LinkedHashMap<>();

  public InMemoryMerchants(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void add(Merchant merchant, Agent owner, ApiKey key) {
    if (merchants.putIfAbsent(merchant.id(), merchant) != null) {
      throw new IllegalStateException("There is a merchant " + merchant.id() + " already");
    }
    add(owner);
    issue(merchant.id(), owner.id(), key);
  }

  @Override
  public Optional<Merchant> find(MerchantId id) {
    return Optional.ofNullable(merchants.get(id));
  }

  @Override
  public Optional<Merchant> change(MerchantId id, UnaryOperator<Merchant> change) {
    return Optional.ofNullable(merchants.computeIfPresent(id, (key, value) -> change.apply(value)));
  }

  @Override
  public Optional<Agent> find(MerchantId merchant, AgentId id) {
    return Optional.ofNullable(of(merchant).get(id.value()));
  }

  @Override
  public Page<Agent> list(MerchantId merchant, PageRequest page) {
    String cursor = page.cursor();
    List<Agent> after =
        of(merchant).values().stream()
            .filter(agent -> cursor == null || agent.id().value().compareTo(cursor) > 0)
            .toList();
    List<Agent> items = after.stream().limit(page.limit()).toList();
    return new Page<>(items, after.size() > items.size() ? items.getLast().id().value() : null);
  }

  @Override
  public void add(Agent agent) {
    agents
        .computeIfAbsent(agent.merchantId(), id -> new TreeMap<>())
        .putIfAbsent(agent.id().value(), agent);
  }

  @Override
  public Optional<Agent> change(MerchantId merchant, AgentId id, UnaryOperator<Agent> change) {
    Optional<Agent> changed = find(merchant, id).map(change);
    changed.ifPresent(agent -> of(merchant).put(id.value(), agent));
    return changed;
  }

  @Override
  public boolean hasOwnerBeside(MerchantId merchant, AgentId id) {
    return of(merchant).values().stream()
        .anyMatch(agent -> agent.active() && agent.role() == Role.OWNER && !agent.id().equals(id));
  }

  @Override
  public List<ApiKey> of(MerchantId merchant, AgentId agent) {
    return find(merchant, agent).stream()
        .flatMap(found -> keys.getOrDefault(found.id(), Map.of()).values().stream())
        .toList();
  }

  @Override
  public void issue(MerchantId merchant, AgentId agent, ApiKey key) {
    Agent owner = find(merchant, agent).orElseThrow();
    Map<String, ApiKey> own = keys.computeIfAbsent(owner.id(), id -> new LinkedHashMap<>());
    if (own.putIfAbsent(key.id(), key) == null) {
      own.values().removeIf(other -> other.isReplacedBy(key));
    }
  }

  @Override
  public boolean revoke(MerchantId merchant, AgentId agent, String keyId) {
    return find(merchant, agent).isPresent()
        && keys.getOrDefault(agent, new HashMap<>()).remove(keyId) != null;
  }

  @Override
  public Optional<Caller> find(String key) {
    return agents.values().stream()
        .flatMap(staff -> staff.values().stream())
        .filter(Agent::active)
        .flatMap(agent -> callers(agent, ApiKey.hashOf(key)))
        .findFirst();
  }

  private Stream<Caller> callers(Agent agent, String hash) {
    return of(agent.merchantId(), agent.id()).stream()
        .filter(key -> key.hash().equals(hash) && !key.isExpired(clock.instant()))
        .flatMap(
            key ->
                find(agent.merchantId()).stream()
                    .map(merchant -> new Caller(merchant, agent, key.scopes())));
  }

  private Map<String, Agent> of(MerchantId merchant) {
    return agents.computeIfAbsent(merchant, id -> new TreeMap<>());
  }
}
