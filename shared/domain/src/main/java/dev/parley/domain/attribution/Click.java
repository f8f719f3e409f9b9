package dev.parley.domain.attribution;

import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.report.CellKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A person's click on a tracked link, with the cells that it is counted in.
 *
 * @param id made when the link was followed: the same when the queue delivers the click again
 * @param timeZone the merchant's, whose days count
 */
public record Click(
    String id,
    MerchantId merchantId,
    ContactId contactId,
    ReferralId referralId,
    int position,
    Instant at,
    ZoneId timeZone,
    CellKey.Sales sales,
    CellKey.ProductSales product) {
  /** Returns the click on the referral's link at the time. */
  public static Click on(Referral referral, LinkToken token, String id, Instant at) {
    LocalDate day = referral.dayOf(at);
    Referral.Author author = referral.author();
    Referral.Place place = referral.place();
    return new Click(
        id,
        referral.merchantId(),
        place.contactId(),
        referral.id(),
        token.position(),
        at,
        referral.timeZone(),
        new CellKey.Sales(
            day,
            author.agentId(),
            author.storeId(),
            place.channelId(),
            place.channelType(),
            referral.kind()),
        new CellKey.ProductSales(
            day,
            referral.product(token).id(),
            author.agentId(),
            author.storeId(),
            place.channelId()));
  }

  CellKey salesOn(Instant time) {
    return new CellKey.Sales(
        dayOf(time),
        sales.agentId(),
        sales.storeId(),
        sales.channelId(),
        sales.channelType(),
        sales.linkKind());
  }

  CellKey productOn(Instant time) {
    return new CellKey.ProductSales(
        dayOf(time),
        product.productId(),
        product.agentId(),
        product.storeId(),
        product.channelId());
  }

  private LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, timeZone);
  }
}
