package dev.parley.referral.links;

import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.id.MerchantId;
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

  /**
   * Ends the credit of the link.
   *
   * @return whether the merchant has it
   */
  public boolean revoke(MerchantId merchant, String text, Instant at) {
    Optional<Link> link = find(merchant, text);
    link.ifPresent(found -> referrals.revoke(found.referral(), found.token().position(), at));
    return link.isPresent();
  }
}
