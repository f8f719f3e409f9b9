package dev.parley.domain.referral;

import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.report.CellKey.LinkKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a tracked link leads: the product's own page with its own query and fragment, without
 * others' campaign parameters, with ours.
 */
public final class LinkTarget {
  private LinkTarget() {}

  public static String of(Referral referral, LinkToken token) {
    String url = referral.product(token).url();
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String page = hash < 0 ? url : url.substring(0, hash);
    int mark = page.indexOf('?');
    String own = ProductPage.ownQuery(query(page, mark));
    return encoded(
        (mark < 0 ? page : page.substring(0, mark))
            + "?"
            + (own.isEmpty() ? "" : own + "&")
            + campaign(referral, token)
            + fragment);
  }

  private static @Nullable String query(String page, int mark) {
    return mark < 0 ? null : page.substring(mark + 1);
  }

  private static String campaign(Referral referral, LinkToken token) {
    return "utm_source=parley&utm_medium=product_referral_"
        + referral.place().channelType().wireName().toLowerCase(Locale.ROOT)
        + "&utm_campaign=product_referral_"
        + referral.id().value()
        + (referral.kind() == LinkKind.TYPED ? "_typed_link" : "")
        + "&parley_ref="
        + token.value();
  }

  /** A header takes ASCII alone: what is not is written in percent form, as a browser would. */
  private static String encoded(String url) {
    if (url.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return url;
    }
    StringBuilder encoded = new StringBuilder(url.length() + 32);
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c > 0x20 && c < 0x7f) {
        encoded.append((char) c);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", c));
      }
    }
    return encoded.toString();
  }
}
