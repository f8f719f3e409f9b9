package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import dev.parley.domain.attribution.MatchedBy;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Orders as items, {@code pk = merchant#source#orderId}, {@code sk = O}: each is asked for by its
 * key alone.
 */
public final class OrderItems {
  private static final String SORT = "O";

  private OrderItems() {}

  static Item at(OrderKey key) {
    return Item.at(key.merchantId().value() + "#" + key.text(), SORT);
  }

  /** Returns which order a change in the table's stream is of. */
  public static OrderKey key(Map<String, AttributeValue> keys) {
    String pk = Item.of(keys).text("pk");
    int hash = pk.indexOf('#');
    return OrderKey.read(new MerchantId(pk.substring(0, hash)), pk.substring(hash + 1));
  }

  static Item item(Order order) {
    Order.Trace trace = order.trace();
    return at(order.key())
        .number("total", order.total().getAmountMinorLong())
        .text("currency", order.total().getCurrencyUnit().getCode())
        .time("placedAt", order.placedAt())
        .text("timeZone", order.timeZone().getId())
        .text("status", order.status().name())
        .texts("refunds", order.refunds().stream().map(OrderItems::text).toList())
        .text("linkToken", trace.linkToken())
        .text("landingToken", trace.landingToken())
        .texts("identities", trace.identities().stream().map(OrderItems::text).toList())
        .text("storeCode", order.storeCode())
        .text("items", order.items())
        .text("digest", order.digest())
        .number("revision", order.revision());
  }

  static Order order(Item item) {
    return new Order(
        key(item.key()),
        Money.ofMinor(CurrencyUnit.of(item.text("currency")), item.number("total")),
        item.time("placedAt"),
        ZoneId.of(item.text("timeZone")),
        Order.Status.valueOf(item.text("status")),
        item.texts("refunds").stream().map(OrderItems::refund).toList(),
        trace(item),
        item.optionalText("storeCode"),
        item.optionalText("items"),
        item.text("digest"),
        item.number("revision"));
  }

  private static Order.Trace trace(Item item) {
    List<Order.Identity> identities =
        item.texts("identities").stream().map(OrderItems::identity).toList();
    return new Order.Trace(
        item.optionalText("linkToken"), item.optionalText("landingToken"), identities);
  }

  private static String text(Order.Refund refund) {
    return refund.at().toEpochMilli() + ":" + refund.minor();
  }

  private static Order.Refund refund(String text) {
    int colon = text.indexOf(':');
    return new Order.Refund(
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon))),
        Long.parseLong(text.substring(colon + 1)));
  }

  private static String text(Order.Identity identity) {
    return identity.kind().name() + ":" + identity.digest();
  }

  private static Order.Identity identity(String text) {
    int colon = text.indexOf(':');
    return new Order.Identity(
        MatchedBy.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }
}
