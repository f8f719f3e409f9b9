package dev.parley.domain.referral;

import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.WebAddress;
import dev.parley.domain.report.CellKey.LinkKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a tracked link leads: the product's own page with its own query and fragment, without
 * others' campaign parameters, with ours; in ASCII, which is all that a header takes.
 */
public final class LinkTarget {
  private LinkTarget() {}

  public static String of(Referral referral, LinkToken token) {
    String url = WebAddress.ascii(referral.product(token).url());
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String page = hash < 0 ? url : url.substring(0, hash);
    int mark = page.indexOf('?');
    String own = ProductPage.ownQuery(query(page, mark));
    return (mark < 0 ? page : page.substring(0, mark))
        + "?"
        + (own.isEmpty() ? "" : own + "&")
        + campaign(referral, token)
        + fragment;
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
}
