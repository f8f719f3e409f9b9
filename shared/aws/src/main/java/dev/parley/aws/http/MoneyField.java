package dev.parley.aws.http;

import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money in JSON: {@code {"amount":"1290.00","currency":"TWD"}}, never a float. */
public final class MoneyField {
  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,11})(\\.\\d+)?");
  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency";

  private MoneyField() {}

  /**
   * Returns the amount that a decimal text says: not negative, below a thousand billion, with
   * exactly the currency's minor digits ({@code 1290.00} of TWD, {@code 1290} of JPY); empty for
   * any other text.
   */
  public static Optional<Money> parse(String amount, CurrencyUnit currency) {
    if (!DECIMAL.matcher(amount).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(amount);
    return value.scale() == currency.getDecimalPlaces()
        ? Optional.of(Money.of(currency, value))
        : Optional.empty();
  }

  /** Says what {@link #parse} takes. */
  public static String rule(CurrencyUnit currency) {
    int digits = currency.getDecimalPlaces();
    return "must be a decimal string with "
        + (digits == 0 ? "no" : "exactly " + digits)
        + " digits after the point, and at most 12 before it";
  }

  /** Reads money of the currency that must be there; zero stands for one that is wrong. */
  public static Money required(Fields fields, String name, CurrencyUnit currency) {
    if (!fields.has(name)) {
      fields.error(name, "is required");
    }
    Money money = optional(fields, name, currency);
    return money == null ? Money.zero(currency) : money;
  }

  /** Reads money of the currency; {@code null} when there is none or it is wrong. */
  public static @Nullable Money optional(Fields fields, String name, CurrencyUnit currency) {
    Fields money = fields.optionalObject(name);
    if (money == null) {
      return null;
    }
    String code = money.text(CURRENCY, 3);
    if (!code.isEmpty() && !code.equals(currency.getCode())) {
      money.error(CURRENCY, "must be " + currency.getCode());
    }
    String amount = money.text(AMOUNT, 20);
    Optional<Money> read = parse(amount, currency);
    if (!amount.isEmpty() && read.isEmpty()) {
      money.error(AMOUNT, rule(currency));
    }
    return read.orElse(null);
  }

  /** Writes the money under the name, or {@code null}. */
  public static JsonWriter write(JsonWriter w, String name, @Nullable Money money) {
    return money == null ? w.field(name, (String) null) : w.object(name, o -> fields(o, money));
  }

  /** Returns the money that {@link #write} wrote under the name. */
  public static @Nullable Money readOwn(JsonObject object, String name) {
    JsonObject money = object.object(name);
    return money.has(AMOUNT)
        ? Money.of(
            CurrencyUnit.of(money.requiredText(CURRENCY)),
            new BigDecimal(money.requiredText(AMOUNT)))
        : null;
  }

  private static void fields(JsonWriter w, Money money) {
    w.field(AMOUNT, money.getAmount().toPlainString())
        .field(CURRENCY, money.getCurrencyUnit().getCode());
  }
}
