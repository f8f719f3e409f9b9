package dev.parley.referral.orders;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.MoneyField;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.ToldOrder;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.merchant.Merchant;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one order that a shop tells of; what is wrong with it is in its fields' errors. */
final class OrderInput {
  private static final int MOST_ID = 100;
  private static final int MOST_URL = 2000;
  private static final int MOST_ITEMS = 500;
  private static final int MOST_ITEMS_TEXT = 100_000;
  private static final String OWN = "inChat";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern REF = Pattern.compile("[?&]parley_ref=([A-Za-z0-9_-]+)");
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks differ, and shops that tell a day mean all of it. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Merchant merchant;
  private final JsonObject object;
  private final Fields fields;
  private final Instant latest;

  private OrderInput(Merchant merchant, JsonObject object, Fields fields, Instant arrival) {
    this.merchant = merchant;
    this.object = object;
    this.fields = fields;
    this.latest = arrival.plus(AHEAD);
  }

  /**
   * @param fields the object's, at its place in the request
   * @param arrival when it was told
   */
  static ToldOrder read(Merchant merchant, JsonObject object, Fields fields, Instant arrival) {
    return new OrderInput(merchant, object, fields, arrival).order();
  }

  private ToldOrder order() {
    OrderKey key = key();
    Money total = total();
    Money refunded = refundedTotal(total);
    Instant placedAt = Objects.requireNonNullElse(time("placedAt", true), Instant.EPOCH);
    return new ToldOrder(
        key,
        total,
        placedAt,
        status(),
        refunded,
        timeAfter(placedAt, "refundedAt"),
        timeAfter(placedAt, "cancelledAt"),
        trace(),
        fields.optionalText("storeCode", MOST_ID),
        items(),
        HexFormat.of().formatHex(Ulids.sha256(JsonWriter.valueText(object)), 0, 16));
  }

  private OrderKey key() {
    String source = printable("source");
    if (source.equals(OWN)) {
      fields.error("source", "must not be " + OWN + ": that names orders made in the chat");
    }
    return new OrderKey(merchant.id(), source, printable("orderId"));
  }

  private String printable(String name) {
    String text = fields.text(name, MOST_ID);
    if (CONTROL.matcher(text).find()) {
      fields.error(name, "must not contain control characters");
    }
    return text;
  }

  private Money total() {
    String currency = fields.text("currency", 3);
    if (!currency.isBlank() && !currency.equals(merchant.currency().getCode())) {
      fields.error(
          "currency", "must be " + merchant.currency().getCode() + ", the merchant's currency");
    }
    String text = fields.text("total", 20);
    Money total = text.isBlank() ? null : amount("total", text);
    return total == null ? Money.zero(merchant.currency()) : total;
  }

  private @Nullable Money refundedTotal(Money total) {
    String text = fields.optionalText("refundedTotal", 20);
    Money refunded = text == null ? null : amount("refundedTotal", text);
    if (refunded != null && refunded.isGreaterThan(total)) {
      fields.error("refundedTotal", "must not be more than the total");
    }
    return refunded;
  }

  private @Nullable Money amount(String name, String text) {
    Optional<Money> amount = MoneyField.parse(text, merchant.currency());
    if (amount.isEmpty()) {
      fields.error(name, MoneyField.rule(merchant.currency()));
    }
    return amount.orElse(null);
  }

  private Order.Status status() {
    Order.Status status =
        fields.optionalChoice("status", Order.Status.CHOICES, Order.Status::named);
    if (!fields.has("status")) {
      fields.error("status", "is required");
    }
    if (status == Order.Status.PARTIALLY_REFUNDED && !fields.has("refundedTotal")) {
      fields.error("refundedTotal", "is required when status is partiallyRefunded");
    }
    return status == null ? Order.Status.PLACED : status;
  }

  private @Nullable Instant time(String name, boolean required) {
    String text = required ? fields.text(name, 40) : fields.optionalText(name, 40);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isBefore(FIRST)) {
        fields.error(name, "must not be before " + FIRST);
      } else if (time.isAfter(latest)) {
        fields.error(name, "must not be more than a day ahead, at most " + latest);
      }
      return time;
    } catch (DateTimeParseException e) {
      fields.error(name, "must be a time such as 2026-01-31T16:00:00Z");
      return null;
    }
  }

  /** One of the two may be told in whole seconds. */
  private @Nullable Instant timeAfter(Instant placedAt, String name) {
    Instant time = time(name, false);
    if (time != null && time.isBefore(placedAt.truncatedTo(ChronoUnit.SECONDS))) {
      fields.error(name, "must not be before placedAt");
    }
    return time;
  }

  private Order.Trace trace() {
    String landing = fields.optionalText("landingUrl", MOST_URL);
    String member = fields.optionalText("memberId", MOST_ID);
    String email = fields.optionalText("email", 254);
    if (email != null && !email.isBlank() && email.indexOf('@') <= 0) {
      fields.error("email", "must be an e-mail address");
    }
    return new Order.Trace(
        fields.optionalText("linkToken", MOST_ID),
        landing == null ? null : landingToken(landing),
        Identities.of(member, phone(), email));
  }

  private @Nullable String phone() {
    String phone = fields.optionalText("phone", 40);
    if (phone == null || phone.isBlank()) {
      return null;
    }
    Optional<String> e164 = Identities.e164(phone, merchant);
    if (e164.isEmpty()) {
      fields.error("phone", "must be a phone number such as +886912345678");
    }
    return e164.orElse(null);
  }

  private static @Nullable String landingToken(String url) {
    Matcher matcher = REF.matcher(url);
    return matcher.find() ? matcher.group(1) : null;
  }

  private @Nullable String items() {
    List<?> items = fields.list("items", 0, MOST_ITEMS);
    if (items.isEmpty()) {
      return null;
    }
    String text = JsonWriter.valueText(items);
    if (text.length() > MOST_ITEMS_TEXT) {
      fields.error("items", "must be at most " + MOST_ITEMS_TEXT + " characters of JSON in all");
    }
    return text;
  }
}
