package dev.parley.admin.agents;

import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.page.Page;
import dev.parley.json.JsonWriter;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Agents and keys as answers show them. */
public final class AgentJson {
  private AgentJson() {}

  public static void agent(JsonWriter w, Agent agent) {
    w.field("id", agent.id().value())
        .field("name", agent.name())
        .field("email", agent.email())
        .field("role", agent.role().wireName())
        .field("code", agent.code())
        .texts("storeIds", agent.storeIds().stream().map(StoreId::value).toList())
        .field("active", agent.active())
        .time("createdAt", agent.createdAt());
  }

  public static Consumer<JsonWriter> page(Page<Agent> page) {
    return w ->
        w.objects("items", page.items(), AgentJson::agent).field("nextCursor", page.nextCursor());
  }

  /** Writes a key with its text, which is shown this once. */
  public static void key(JsonWriter w, ApiKey key, String text) {
    w.field("id", key.id())
        .field("key", text)
        .time("expiresAt", key.expiresAt())
        .texts("scopes", new TreeSet<>(key.scopes()));
  }
}
