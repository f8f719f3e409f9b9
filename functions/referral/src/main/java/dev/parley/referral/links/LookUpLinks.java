package dev.parley.referral.links;

import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the shop's own checkout whose link a token is, and revokes links. */
public final class LookUpLinks {
  private final Referrals referrals;
  private final Clicks clicks;

  public LookUpLinks(Referrals referrals, Clicks clicks) {
    this.referrals = referrals;
    this.clicks = clicks;
  }

  /**
   * A link of the merchant.
   *
   * @param firstClickedAt {@code null}: nobody opened it yet
   */
  public record Link(Referral referral, LinkToken token, @Nullable Instant firstClickedAt) {}

  /** Returns the link; another merchant's is not found. */
  public Optional<Link> find(MerchantId merchant, String text) {
    return LinkToken.parse(text).flatMap(token -> find(merchant, token));
  }

  private Optional<Link> find(MerchantId merchant, LinkToken token) {
    return referrals
        .find(token)
        .filter(referral -> referral.merchantId().equals(merchant))
        .map(referral -> new Link(referral, token, firstClick(referral, token)));
  }

  private @Nullable Instant firstClick(Referral referral, LinkToken token) {
    return clicks
        .openings(List.of(referral.id()))
        .getOrDefault(referral.id(), Openings.NONE)
        .first()
        .get(token.position());
  }

  /** What came of revoking a link. */
  public sealed interface Revocation {
    /** It earns nothing any more. */
    record Revoked() implements Revocation {}

    /** The merchant has no such link. */
    record Unknown() implements Revocation {}

    /** It is neither the caller's own nor one of the stores that the caller manages. */
    record Others() implements Revocation {}
  }

  /** Ends the credit of the link, where the caller answers for it. */
  public Revocation revoke(Caller caller, String text, Instant at) {
    Link link = find(caller.merchantId(), text).orElse(null);
    if (link == null) {
      return new Revocation.Unknown();
    }
    Referral.Author author = link.referral().author();
    if (!caller.answersFor(author.agentId(), author.storeId())) {
      return new Revocation.Others();
    }
    referrals.revoke(link.referral(), link.token().position(), at);
    return new Revocation.Revoked();
  }
}
