package dev.parley.platforms.text;

import java.util.Locale;

/** What stands on the button of a product card, in the languages of customers. */
public final class CardLabels {
  private CardLabels() {}

  /**
   * @param locale a BCP 47 tag such as {@code zh-TW}
   */
  public static String viewProduct(String locale) {
    return switch (Locale.forLanguageTag(locale).getLanguage()) {
      case "zh" -> "查看商品";
      case "th" -> "ดูสินค้า";
      default -> "View product";
    };
  }
}
