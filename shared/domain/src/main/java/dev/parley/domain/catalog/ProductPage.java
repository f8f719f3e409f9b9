package dev.parley.domain.catalog;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern ROUTE =
      Pattern.compile("(?<bang>!?)(?<path>/[^?]*)(?:\\?(?<query>.*))?");

  private ProductPage() {}

  /**
   * Returns what two addresses of the same page share: no scheme, no port of the scheme's own, no
   * {@code www.} or {@code m.} before the host, no campaign parameters, no fragment that is no
   * route ({@code #/…} or {@code #!/…}), no dot segments, no slash at the end, the host in ASCII,
   * escapes in one form and parameters in one order; empty when it is no web address. {@code
   * https://www.shop.tw/p/%e8%8c%b6?v=2&utm_source=x&c=3#top} and {@code m.shop.tw/p/茶?c=3&v=2} are
   * one.
   *
   * @param address with or without a scheme
   */
  public static Optional<String> key(String address) {
    return WebAddress.of(address).map(ProductPage::key);
  }

  private static String key(WebAddress address) {
    return plainHost(address.host())
        + (address.port().isEmpty() ? "" : ":" + address.port())
        + plain(address.path(), address.query())
        + route(address.fragment());
  }

  private static String plain(String path, @Nullable String query) {
    String own = ordered(ownQuery(query));
    return plainPath(resolved(Percent.normal(path))) + (own.isEmpty() ? "" : "?" + own);
  }

  /** Returns the fragment when a page of its own is behind it, or nothing. */
  private static String route(@Nullable String fragment) {
    Matcher route = ROUTE.matcher(fragment == null ? "" : fragment);
    if (!route.matches()) {
      return "";
    }
    String plain = plain(route.group("path"), route.group("query"));
    return plain.isEmpty() ? "" : "#" + route.group("bang") + plain;
  }

  /** Returns the path without {@code .} and {@code ..}, as browsers ask for it. */
  private static String resolved(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String last = "";
    for (String segment : path.substring(1).split("/", -1)) {
      last = segment;
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    boolean folder = last.equals(".") || last.equals("..");
    return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
  }

  /** Parameters of the same name stay in their order, which may mean something. */
  private static String ordered(String query) {
    return Stream.of(Percent.normal(query).split("&"))
        .sorted(Comparator.comparing(ProductPage::name))
        .collect(Collectors.joining("&"));
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
    String name = name(Percent.normal(part)).toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || FOREIGN.contains(name);
  }

  private static String name(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? part : part.substring(0, equals);
  }

  private static String plainHost(String host) {
    for (String prefix : new String[] {"www.", "m."}) {
      if (host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0) {
        return host.substring(prefix.length());
      }
    }
    return host;
  }

  private static String plainPath(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
