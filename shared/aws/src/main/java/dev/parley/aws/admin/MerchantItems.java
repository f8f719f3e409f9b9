package dev.parley.aws.admin;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Role;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys and attributes of the merchants' table.
 *
 * <ul>
 *   <li>a merchant: {@code pk = merchantId, sk = M}; its revision rises with every change of the
 *       merchant, its agents or their keys, which so never cross
 *   <li>an agent with a list of its keys: {@code pk = merchantId, sk = A#agentId}; all of a
 *       merchant by a query
 *   <li>a key: {@code pk = K#hash, sk = K}, with all that is known of its agent and merchant, so
 *       that a request costs one read
 * </ul>
 */
final class MerchantItems {
  static final String REVISION = "revision";
  static final String AGENTS = "A#";
  private static final String KEYS = "keys";

  private MerchantItems() {}

  static Item merchantAt(MerchantId id) {
    return Item.at(id.value(), "M");
  }

  static Item agentAt(MerchantId merchant, AgentId id) {
    return Item.at(merchant.value(), AGENTS + id.value());
  }

  static Item keyAt(String hash) {
    return Item.at("K#" + hash, "K");
  }

  static Item merchant(Merchant merchant, long revision) {
    return merchantAt(merchant.id()).with(attributes(merchant)).number(REVISION, revision);
  }

  static Item agent(Agent agent, List<ApiKey> keys) {
    Item map = Item.empty();
    for (ApiKey key : keys) {
      map.map(key.id(), attributes(key));
    }
    return agentAt(agent.merchantId(), agent.id()).with(attributes(agent)).map(KEYS, map);
  }

  static Item key(Merchant merchant, Agent agent, ApiKey key) {
    return keyAt(key.hash())
        .with(attributes(merchant))
        .with(attributes(agent))
        .with(attributes(key));
  }

  static Caller caller(Item item) {
    return new Caller(merchant(item), agent(item), Set.copyOf(item.texts("scopes")));
  }

  static Merchant merchant(Item item) {
    return new Merchant(
        new MerchantId(item.text("merchantId")),
        item.text("merchantName"),
        ZoneId.of(item.text("timeZone")),
        CurrencyUnit.of(item.text("currency")),
        item.text("locale"),
        DayOfWeek.of((int) item.number("weekStart")));
  }

  static Agent agent(Item item) {
    return new Agent(
        new AgentId(item.text("agentId")),
        new MerchantId(item.text("merchantId")),
        item.text("agentName"),
        item.optionalText("email"),
        Role.valueOf(item.text("role")),
        item.optionalText("code"),
        item.texts("storeIds").stream().map(StoreId::new).toList(),
        item.flag("active"),
        item.time("createdAt"));
  }

  static List<ApiKey> keys(Item agent) {
    List<ApiKey> keys = new ArrayList<>();
    for (AttributeValue key : agent.map(KEYS).attributes().values()) {
      keys.add(key(Item.of(key.m())));
    }
    return keys;
  }

  static ApiKey key(Item item) {
    return new ApiKey(
        item.text("keyId"),
        item.text("hash"),
        item.optionalTime("keyExpiresAt"),
        Set.copyOf(item.texts("scopes")));
  }

  private static Item attributes(Merchant merchant) {
    return Item.empty()
        .text("merchantId", merchant.id().value())
        .text("merchantName", merchant.name())
        .text("timeZone", merchant.timeZone().getId())
        .text("currency", merchant.currency().getCode())
        .text("locale", merchant.locale())
        .number("weekStart", (long) merchant.weekStart().getValue());
  }

  private static Item attributes(Agent agent) {
    return Item.empty()
        .text("agentId", agent.id().value())
        .text("merchantId", agent.merchantId().value())
        .text("agentName", agent.name())
        .text("email", agent.email())
        .text("role", agent.role().name())
        .text("code", agent.code())
        .texts("storeIds", agent.storeIds().stream().map(StoreId::value).toList())
        .flag("active", agent.active())
        .time("createdAt", agent.createdAt());
  }

  private static Item attributes(ApiKey key) {
    return Item.empty()
        .text("keyId", key.id())
        .text("hash", key.hash())
        .time("keyExpiresAt", key.expiresAt())
        .texts("scopes", key.scopes());
  }
}
