package dev.parley.domain.attribution;

import dev.parley.domain.id.MerchantId;

/**
 * Names an order.
 *
 * @param source the shop system that it came from
 * @param orderId what that system calls it
 */
public record OrderKey(MerchantId merchantId, String source, String orderId) {
  /** Returns source and id as one text that no other order of the merchant has. */
  public String text() {
    return source.replace("%", "%25").replace("#", "%23") + "#" + orderId;
  }

  /** Returns the key that {@link #text} wrote. */
  public static OrderKey read(MerchantId merchant, String text) {
    int hash = text.indexOf('#');
    String source = text.substring(0, hash).replace("%23", "#").replace("%25", "%");
    return new OrderKey(merchant, source, text.substring(hash + 1));
  }
}
