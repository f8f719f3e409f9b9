package dev.parley.testkit.referral;

import dev.parley.domain.attribution.MatchedBy;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.Order.Identity;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.ToldOrder;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.ReferredProduct;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One merchant's referrals and orders, with all that a test doesn't care about filled in. */
public record Shop(MerchantId merchant) {
  public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
  public static final CurrencyUnit CURRENCY = CurrencyUnit.of("TWD");

  /** Returns a referral of three products; the same names and time make the same one. */
  public Referral referral(String agent, String contact, Instant sentAt) {
    return referral(agent, contact, sentAt, AttributionTerms.DEFAULT);
  }

  public Referral referral(String agent, String contact, Instant sentAt, AttributionTerms terms) {
    return referral(agent, null, contact, sentAt, terms);
  }

  /** Returns a referral that counts for the store. */
  public Referral referral(String agent, @Nullable String store, String contact, Instant sentAt) {
    return referral(agent, store, contact, sentAt, AttributionTerms.DEFAULT);
  }

  private Referral referral(
      String agent,
      @Nullable String store,
      String contact,
      Instant sentAt,
      AttributionTerms terms) {
    byte[] secret = Arrays.copyOf(Ulids.sha256(merchant.value() + agent + contact + sentAt), 16);
    return new Referral(
        Referral.idOf(sentAt, secret),
        merchant,
        Referral.text(secret),
        new Referral.Author(
            new AgentId(agent), "Agent " + agent, null, store == null ? null : new StoreId(store)),
        new Referral.Place(
            new ConversationId("cnv_" + contact),
            new ContactId(contact),
            new ChannelId("shop-line"),
            ChannelType.LINE),
        LinkKind.PICKED,
        IntStream.range(0, 3)
            .mapToObj(i -> new ReferredProduct(new ProductId("prd_" + i), "https://s.tw/" + i))
            .toList(),
        new MessageId("msg_" + agent + contact),
        sentAt,
        ZONE,
        terms,
        Map.of());
  }

  /** Returns what the shop tells of a paid order. */
  public ToldOrder order(String id, String total, Instant placedAt, Order.Trace trace) {
    return order(id, total, placedAt, trace, Order.Status.PAID);
  }

  public ToldOrder order(
      String id, String total, Instant placedAt, Order.Trace trace, Order.Status status) {
    return new ToldOrder(
        new OrderKey(merchant, "shop", id),
        Money.parse("TWD " + total),
        placedAt,
        status,
        null,
        null,
        null,
        trace,
        null,
        null,
        id + total + status);
  }

  /** Returns the trace of an order that came by the referral's link. */
  public static Order.Trace by(Referral referral, int position, String... phones) {
    return trace(referral.token(position).value(), phones);
  }

  /** Returns the trace of an order that has no token. */
  public static Order.Trace phone(String... phones) {
    return trace(null, phones);
  }

  private static Order.Trace trace(@Nullable String token, String... phones) {
    List<Identity> identities =
        Arrays.stream(phones).map(phone -> new Identity(MatchedBy.PHONE, phone)).toList();
    return new Order.Trace(token, null, identities);
  }
}
