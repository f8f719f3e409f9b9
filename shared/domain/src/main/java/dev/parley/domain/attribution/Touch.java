package dev.parley.domain.attribution;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One link as it looks from one order.
 *
 * @param token the link's token
 * @param clickedAt the click that counts for the order, if there is one
 */
public record Touch(
    ReferralId referralId,
    String token,
    Referral.Author author,
    ChannelId channelId,
    ChannelType channelType,
    LinkKind kind,
    ProductId productId,
    Instant sentAt,
    @Nullable Instant clickedAt,
    AttributionTerms terms) {
  static Touch of(Referral referral, int position, @Nullable Instant clickedAt) {
    return new Touch(
        referral.id(),
        referral.token(position).value(),
        referral.author(),
        referral.place().channelId(),
        referral.place().channelType(),
        referral.kind(),
        referral.products().get(position).id(),
        referral.sentAt(),
        clickedAt,
        referral.terms());
  }

  /** Returns when the time in which orders are credited began, or {@code null}: it didn't. */
  public @Nullable Instant start() {
    return terms.startsAt() == AttributionTerms.Start.SEND ? sentAt : clickedAt;
  }

  CellKey sales(LocalDate day) {
    return new CellKey.Sales(day, author.agentId(), author.storeId(), channelId, channelType, kind);
  }

  CellKey product(LocalDate day) {
    return new CellKey.ProductSales(day, productId, author.agentId(), author.storeId(), channelId);
  }
}
