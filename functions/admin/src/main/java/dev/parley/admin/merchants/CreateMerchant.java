package dev.parley.admin.merchants;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Merchants;
import dev.parley.domain.merchant.Role;
import java.util.List;
import java.util.Set;

/** Makes a merchant with its first owner and that owner's key. */
public final class CreateMerchant {
  private final Merchants merchants;

  public CreateMerchant(Merchants merchants) {
    this.merchants = merchants;
  }

  /**
   * What was made.
   *
   * @param ownerKey what opens; this is the one time that it is known
   */
  public record Created(MerchantId merchantId, AgentId ownerId, String ownerKey) {}

  public Created create(MerchantDetails details, Ids ids) {
    Merchant merchant = details.of(new MerchantId(ids.next("mer")));
    Agent owner =
        new Agent(
            new AgentId(ids.next("agt")),
            merchant.id(),
            "Owner",
            null,
            Role.OWNER,
            null,
            List.of(),
            true,
            ids.startedAt());
    String text = ApiKey.draw(ids);
    ApiKey key = new ApiKey(ids.next("key"), ApiKey.hashOf(text), null, Set.of());
    merchants.add(merchant, owner, key);
    return new Created(merchant.id(), owner.id(), text);
  }
}
