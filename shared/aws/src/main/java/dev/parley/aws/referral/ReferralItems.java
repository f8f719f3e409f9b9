package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.ReferredProduct;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Referrals as items. */
final class ReferralItems {
  static final String REVOKED = "revoked";

  private ReferralItems() {}

  static Item item(Referral referral) {
    Referral.Author author = referral.author();
    Referral.Place place = referral.place();
    return Item.at(ReferralKeys.pk(referral.id()), ReferralKeys.REFERRAL)
        .text("id", referral.id().value())
        .text("merchantId", referral.merchantId().value())
        .text("secret", referral.secret())
        .text("agentId", author.agentId().value())
        .text("agentName", author.name())
        .text("agentCode", author.code())
        .text("storeId", author.storeId() == null ? null : author.storeId().value())
        .text("conversationId", place.conversationId().value())
        .text("contactId", place.contactId().value())
        .text("channelId", place.channelId().value())
        .text("channelType", place.channelType().name())
        .text("kind", referral.kind().name())
        .texts("productIds", referral.products().stream().map(p -> p.id().value()).toList())
        .texts("urls", referral.products().stream().map(ReferredProduct::url).toList())
        .text("messageId", referral.messageId().value())
        .time("sentAt", referral.sentAt())
        .text("timeZone", referral.timeZone().getId())
        .with(terms(referral.terms()))
        .text("contactPk", ReferralKeys.contact(referral.merchantId(), place.contactId()))
        .text("contactSk", ReferralKeys.time(referral.sentAt()) + "#" + referral.id().value());
  }

  static Referral referral(Item item) {
    return new Referral(
        new ReferralId(item.text("id")),
        new MerchantId(item.text("merchantId")),
        item.text("secret"),
        new Referral.Author(
            new AgentId(item.text("agentId")),
            item.text("agentName"),
            item.optionalText("agentCode"),
            store(item.optionalText("storeId"))),
        place(item),
        LinkKind.valueOf(item.text("kind")),
        products(item.texts("productIds"), item.texts("urls")),
        new MessageId(item.text("messageId")),
        item.time("sentAt"),
        ZoneId.of(item.text("timeZone")),
        terms(item),
        revoked(item));
  }

  static ReferralId idInIndex(Item item) {
    String key = item.text("contactSk");
    return new ReferralId(key.substring(key.indexOf('#') + 1));
  }

  static Item terms(AttributionTerms terms) {
    return Item.empty()
        .number("lifetimeDays", (long) terms.lifetimeDays())
        .text("startsAt", terms.startsAt().name())
        .text("model", terms.model().name());
  }

  static AttributionTerms terms(Item item) {
    return new AttributionTerms(
        Math.toIntExact(item.number("lifetimeDays")),
        AttributionTerms.Start.valueOf(item.text("startsAt")),
        AttributionTerms.Model.valueOf(item.text("model")));
  }

  static @Nullable StoreId store(@Nullable String value) {
    return value == null ? null : new StoreId(value);
  }

  private static Referral.Place place(Item item) {
    return new Referral.Place(
        new ConversationId(item.text("conversationId")),
        new ContactId(item.text("contactId")),
        new ChannelId(item.text("channelId")),
        ChannelType.valueOf(item.text("channelType")));
  }

  private static List<ReferredProduct> products(List<String> ids, List<String> urls) {
    List<ReferredProduct> products = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      products.add(new ReferredProduct(new ProductId(ids.get(i)), urls.get(i)));
    }
    return products;
  }

  private static Map<Integer, Instant> revoked(Item item) {
    Map<Integer, Instant> revoked = new HashMap<>();
    for (int i = 0; i < Referral.MOST_PRODUCTS; i++) {
      Instant at = item.optionalTime(REVOKED + i);
      if (at != null) {
        revoked.put(i, at);
      }
    }
    return revoked;
  }
}
