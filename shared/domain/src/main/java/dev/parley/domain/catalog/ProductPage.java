package dev.parley.domain.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address of a product's page, seen without what doesn't tell products apart. */
public final class ProductPage {
  private static final Set<String> FOREIGN =
      Set.of(
          "fbclid",
          "gclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "ttclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "parley_ref");

  private ProductPage() {}

  /**
   * Returns what two addresses of the same page share: no scheme, no {@code www.} or {@code m.}
   * before the host, no campaign parameters, no fragment, no slash at the end; empty when it is no
   * web address. {@code https://www.shop.tw/p/1?utm_source=x&v=2#top} and {@code m.shop.tw/p/1?v=2}
   * are one.
   *
   * @param address with or without a scheme
   */
  public static Optional<String> key(String address) {
    String whole = address.contains("://") ? address : "https://" + address;
    try {
      URI uri = new URI(whole);
      String scheme = uri.getScheme();
      String host = uri.getHost();
      if (host == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
        return Optional.empty();
      }
      String query = ownQuery(uri.getRawQuery());
      return Optional.of(
          plainHost(host) + plainPath(uri.getRawPath()) + (query.isEmpty() ? "" : "?" + query));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the query without campaign parameters, in its own order; empty when nothing is left.
   */
  public static String ownQuery(@Nullable String query) {
    if (query == null) {
      return "";
    }
    return Stream.of(query.split("&"))
        .filter(part -> !part.isEmpty() && !isForeign(part))
        .collect(Collectors.joining("&"));
  }

  private static boolean isForeign(String part) {
    int equals = part.indexOf('=');
    String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || FOREIGN.contains(name);
  }

  private static String plainHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    for (String prefix : new String[] {"www.", "m."}) {
      if (lower.startsWith(prefix) && lower.indexOf('.', prefix.length()) > 0) {
        return lower.substring(prefix.length());
      }
    }
    return lower;
  }

  private static String plainPath(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
