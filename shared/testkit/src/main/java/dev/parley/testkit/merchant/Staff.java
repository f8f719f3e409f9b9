package dev.parley.testkit.merchant;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Role;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** Merchants, agents and callers with all that a test doesn't care about filled in. */
public final class Staff {
  public static final Instant HIRED_AT = Instant.parse("2026-01-01T00:00:00Z");

  private Staff() {}

  public static Merchant merchant(MerchantId id) {
    return new Merchant(
        id, "小店", ZoneId.of("Asia/Taipei"), CurrencyUnit.of("TWD"), "zh-TW", DayOfWeek.SUNDAY);
  }

  public static Agent agent(MerchantId merchant, String id, Role role, String... stores) {
    return new Agent(
        new AgentId(id),
        merchant,
        "Agent " + id,
        id + "@example.com",
        role,
        null,
        Stream.of(stores).map(StoreId::new).toList(),
        true,
        HIRED_AT);
  }

  /** Returns the same agent, not active any more. */
  public static Agent dismissed(Agent agent) {
    return new Agent(
        agent.id(),
        agent.merchantId(),
        agent.name(),
        agent.email(),
        agent.role(),
        agent.code(),
        agent.storeIds(),
        false,
        agent.createdAt());
  }

  public static Caller caller(MerchantId merchant, String id, Role role, String... stores) {
    return new Caller(merchant(merchant), agent(merchant, id, role, stores), Set.of());
  }

  /** Returns a key that never expires and is limited to the scopes, if any are given. */
  public static ApiKey key(String id, String text, String... scopes) {
    return new ApiKey(id, ApiKey.hashOf(text), null, Set.copyOf(List.of(scopes)));
  }
}
