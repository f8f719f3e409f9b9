package dev.parley.domain.catalog;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address without user info, in parts as they were written.
 *
 * @param scheme {@code http} or {@code https}; empty when none was written
 * @param host in lower case and in ASCII, an internationalised one as {@code xn--…}
 * @param port empty when it is the scheme's own
 * @param query what follows the question mark; {@code null}: there is none
 * @param fragment what follows the hash; {@code null}: there is none
 */
public record WebAddress(
    String scheme,
    String host,
    String port,
    String path,
    @Nullable String query,
    @Nullable String fragment) {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<scheme>https?)://)?(?<host>\\[[^]/?#]*]|[^/?#:]*)(?<port>:[0-9]{0,5})?"
              + "(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?:#(?<fragment>.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSED =
      Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cs}\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern HOST =
      Pattern.compile("(?:" + LABEL + "\\.)*" + LABEL + "|\\[[0-9a-f:.]{2,45}]");

  /** Browsers and the older rules make different hosts of these. */
  private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

  /** What stands for a dot in a host (RFC 3490). */
  private static final Pattern DOT = Pattern.compile("[\u3002\uff0e\uff61]");

  private static final int MOST_HOST = 253;
  private static final int MOST_PORT = 65_535;

  /** Returns the parts of the text, with or without a scheme; empty when it is no such address. */
  public static Optional<WebAddress> of(String text) {
    Matcher parts = PARTS.matcher(text);
    if (REFUSED.matcher(text).find() || !parts.matches()) {
      return Optional.empty();
    }
    String scheme = orEmpty(parts.group("scheme")).toLowerCase(Locale.ROOT);
    Optional<String> host = asciiHost(parts.group("host"));
    Optional<String> port = port(scheme, parts.group("port"));
    if (host.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WebAddress(
            scheme,
            host.get(),
            port.get(),
            orEmpty(parts.group("path")),
            parts.group("query"),
            parts.group("fragment")));
  }

  /**
   * Returns the address in ASCII, as a header and other systems take it: the escapes that it has
   * stay as they are.
   */
  public static String ascii(String address) {
    return of(address).map(WebAddress::ascii).orElseGet(() -> Percent.escaped(address));
  }

  private String ascii() {
    return (scheme.isEmpty() ? "" : scheme + "://")
        + host
        + (port.isEmpty() ? "" : ":" + port)
        + Percent.escaped(path)
        + (query == null ? "" : "?" + Percent.escaped(query))
        + (fragment == null ? "" : "#" + Percent.escaped(fragment));
  }

  private static Optional<String> asciiHost(String written) {
    String dotted = DOT.matcher(written).replaceAll(".");
    String host = dotted.endsWith(".") ? dotted.substring(0, dotted.length() - 1) : dotted;
    return inAscii(host)
        .map(ascii -> ascii.toLowerCase(Locale.ROOT))
        .filter(ascii -> ascii.length() <= MOST_HOST && HOST.matcher(ascii).matches());
  }

  private static Optional<String> inAscii(String host) {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(host);
    }
    if (AMBIGUOUS.matcher(host).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> port(String scheme, @Nullable String written) {
    if (written == null) {
      return Optional.of("");
    }
    if (written.length() == 1) {
      return scheme.isEmpty() ? Optional.empty() : Optional.of("");
    }
    int port = Integer.parseInt(written.substring(1));
    boolean own =
        switch (scheme) {
          case "https" -> port == 443;
          case "http" -> port == 80;
          default -> port == 443 || port == 80;
        };
    return port > MOST_PORT ? Optional.empty() : Optional.of(own ? "" : Integer.toString(port));
  }

  private static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }
}
