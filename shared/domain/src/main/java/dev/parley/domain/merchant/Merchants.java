package dev.parley.domain.merchant;

import dev.parley.domain.id.MerchantId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The merchants that Parley serves. */
public interface Merchants {
  /** Adds a merchant with its first owner and that owner's key, all or nothing. */
  void add(Merchant merchant, Agent owner, ApiKey key);

  Optional<Merchant> find(MerchantId id);

  /**
   * Changes a merchant, and what its callers' keys say of it. Of a merchant with more keys than one
   * write holds, some say what was before for a moment.
   *
   * @param change may be asked again when something else changed the merchant meanwhile
   * @return the merchant as it is now, or empty when there is none
   */
  Optional<Merchant> change(MerchantId id, UnaryOperator<Merchant> change);
}
