package dev.parley.domain.attribution;

import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clicks that were recorded. */
public interface Clicks {
  /** Returns the openings of the referrals as they are now; of one without any there are none. */
  Map<ReferralId, Openings> openings(Collection<ReferralId> referrals);

  /** Records the clicks, the openings and what they count, all or nothing. */
  Outcome record(Batch batch);

  /** Returns the contact's clicks from the time on, oldest first, as they are now. */
  List<Fact> of(MerchantId merchant, ContactId contact, Instant from);

  /**
   * What is to be recorded at once.
   *
   * @param before the openings that the counts were made from, of every referral clicked
   */
  record Batch(
      List<Click> clicks,
      Map<ReferralId, Openings> before,
      Map<ReferralId, Openings> after,
      Map<MerchantId, List<Count>> counts) {}

  /** A recorded click; of two at one time the one with the lesser id is the older. */
  record Fact(String id, ReferralId referralId, int position, Instant at) {}

  /** How recording ended. */
  sealed interface Outcome {
    /** All of the clicks were recorded. */
    record Recorded() implements Outcome {}

    /** Nothing was recorded, since these clicks were recorded before. */
    record Known(Set<String> clickIds) implements Outcome {}

    /** Nothing was recorded, since something else was at the same time. */
    record Overtaken() implements Outcome {}
  }
}
