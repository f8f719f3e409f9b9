package dev.parley.domain.referral;

import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The referrals of merchants. */
public interface Referrals {
  /** Adds the referral; one that is there already stays as it is. */
  void add(Referral referral);

  /**
   * Returns the referral that the token is of, with one read that may miss the last second's
   * changes.
   */
  Optional<Referral> find(LinkToken token);

  /** Returns the referral as it is now; another merchant's is not found. */
  Optional<Referral> find(MerchantId merchant, ReferralId id);

  /** Returns those of the referrals that exist, as they are now. */
  Map<ReferralId, Referral> findAll(MerchantId merchant, Collection<ReferralId> ids);

  /** Returns which referrals were sent to the contact in this time, both ends included. */
  List<ReferralId> sentTo(MerchantId merchant, ContactId contact, Instant from, Instant to);

  /** Ends the credit of one link; one that was revoked before keeps its time. */
  void revoke(Referral referral, int position, Instant at);
}
