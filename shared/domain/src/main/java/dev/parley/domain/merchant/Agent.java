package dev.parley.domain.merchant;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a program, that works for a merchant.
 *
 * @param code the shop's own number for the person, shown in reports
 * @param storeIds the stores the agent belongs to; the first is the one that sales are counted for
 */
public record Agent(
    AgentId id,
    MerchantId merchantId,
    String name,
    @Nullable String email,
    Role role,
    @Nullable String code,
    List<StoreId> storeIds,
    boolean active,
    Instant createdAt) {
  public Agent {
    storeIds = List.copyOf(storeIds);
  }

  /** Returns the store that what the agent sells is counted for, or {@code null}. */
  public @Nullable StoreId homeStore() {
    return storeIds.isEmpty() ? null : storeIds.getFirst();
  }
}
