package dev.parley.referral.reports;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Caller;
import org.jspecify.annotations.Nullable;

/** Whose figures a caller may see: an owner all, a manager the own stores', an agent the own. */
record Scope(Agent viewer) {
  static Scope of(Caller caller) {
    return new Scope(caller.agent());
  }

  boolean sees(AgentId agent, @Nullable StoreId store) {
    return switch (viewer.role()) {
      case OWNER -> true;
      case MANAGER -> store != null && viewer.storeIds().contains(store);
      case AGENT -> viewer.id().equals(agent);
    };
  }

  boolean seesAll() {
    return switch (viewer.role()) {
      case OWNER -> true;
      case MANAGER, AGENT -> false;
    };
  }
}
