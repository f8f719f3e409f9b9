package dev.parley.referral.settings;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.domain.report.MessagePrices;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** Shows and sets what a merchant pays for messages. */
public final class SetMessagePrices {
  private static final String CURRENCY = "currency";
  private static final String PER_MESSAGE = "perMessage";
  private static final Pattern PRICE = Pattern.compile("(0|[1-9]\\d{0,8})(\\.\\d{1,6})?");

  private final MessagePriceSettings settings;

  SetMessagePrices(MessagePriceSettings settings) {
    this.settings = settings;
  }

  public HttpReply show(Caller caller, HttpCall call) {
    call.noQuery();
    return shown(settings.prices(caller.merchantId()));
  }

  public HttpReply put(Caller caller, HttpCall call) {
    call.noQuery();
    Fields fields = call.fields();
    CurrencyUnit currency = currency(fields);
    if (!fields.has(PER_MESSAGE)) {
      fields.error(PER_MESSAGE, "is required");
    }
    Fields perMessage = fields.optionalObject(PER_MESSAGE);
    MessagePrices prices =
        new MessagePrices(currency, perMessage == null ? Map.of() : prices(perMessage));
    fields.done();
    settings.save(caller.merchantId(), prices);
    return shown(prices);
  }

  private static CurrencyUnit currency(Fields fields) {
    String code = fields.text(CURRENCY, 3);
    for (CurrencyUnit currency : CurrencyUnit.registeredCurrencies()) {
      if (currency.getCode().equals(code)) {
        return currency;
      }
    }
    if (!code.isBlank()) {
      fields.error(CURRENCY, "must be a currency's ISO 4217 code, such as TWD");
    }
    return MessagePrices.DEFAULT.currency();
  }

  private static Map<String, BigDecimal> prices(Fields perMessage) {
    Map<String, BigDecimal> prices = new HashMap<>();
    for (String key : MessagePrices.KEYS) {
      String text = perMessage.optionalText(key, 20);
      if (text != null && PRICE.matcher(text).matches()) {
        prices.put(key, new BigDecimal(text));
      } else if (text != null) {
        perMessage.error(key, "must be a decimal string such as 0.20, of at most 6 decimals");
      }
    }
    return prices;
  }

  private static HttpReply shown(MessagePrices prices) {
    return HttpReply.json(
        200,
        w ->
            w.field(CURRENCY, prices.currency().getCode())
                .object(
                    PER_MESSAGE,
                    each ->
                        MessagePrices.KEYS.forEach(
                            key -> each.field(key, prices.of(key).toPlainString()))));
  }
}
