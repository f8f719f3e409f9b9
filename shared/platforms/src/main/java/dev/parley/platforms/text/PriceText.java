package dev.parley.platforms.text;

import java.math.BigDecimal;
import java.util.Map;
import org.joda.money.Money;

/** Prices as customers read them: {@code NT$1,290}. */
public final class PriceText {
  private static final Map<String, String> SYMBOLS =
      Map.of(
          "TWD", "NT$", "THB", "฿", "USD", "US$", "JPY", "¥", "HKD", "HK$", "SGD", "S$", "MYR",
          "RM", "EUR", "€", "GBP", "£");

  private PriceText() {}

  public static String of(Money price) {
    String code = price.getCurrencyUnit().getCode();
    return SYMBOLS.getOrDefault(code, code + " ") + amount(price.getAmount());
  }

  /** Whole amounts stand without their zeros. */
  private static String amount(BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    String text = (whole ? amount.setScale(0) : amount).toPlainString();
    int point = whole ? text.length() : text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    int first = text.startsWith("-") ? 1 : 0;
    for (int i = point - 3; i > first; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }
}
