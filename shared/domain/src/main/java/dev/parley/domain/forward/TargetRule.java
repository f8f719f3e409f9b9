package dev.parley.domain.forward;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses merchants may name as targets: those of the open internet over TLS.
 *
 * @param loopbackToo whether this machine may be called as well, without TLS; the local runner's
 *     functions alone may
 */
public record TargetRule(boolean loopbackToo) {
  private static final int MOST = 2048;
  private static final int TLS_PORT = 443;
  private static final int FIRST_FREE_PORT = 1024;
  private static final List<String> INSIDE =
      List.of("localhost", "local", "internal", "lan", "home", "corp", "intranet", "arpa", "onion");

  /** Returns what is wrong with the address, as a rule for who named it; empty when nothing is. */
  public Optional<String> problem(String url) {
    if (url.length() > MOST) {
      return Optional.of("must be at most " + MOST + " characters, is " + url.length());
    }
    if (!url.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.of("must be ASCII: hosts in punycode, other letters percent-encoded");
    }
    URI uri = read(url);
    if (uri == null || uri.getHost() == null) {
      return Optional.of("must be an absolute URL with a host, such as https://example.com/hook");
    }
    if (loopbackToo && isLoopback(uri)) {
      return Optional.empty();
    }
    return Optional.ofNullable(problem(uri));
  }

  private static @Nullable URI read(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static @Nullable String problem(URI uri) {
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      return "must begin with https://";
    }
    if (uri.getRawUserInfo() != null) {
      return "must not hold a user name or password";
    }
    if (uri.getRawFragment() != null) {
      return "must not hold a fragment";
    }
    int port = port(uri);
    if (port != TLS_PORT && (port < FIRST_FREE_PORT || port > 0xffff)) {
      return "must have the port 443 or one from 1024 to 65535, has " + port;
    }
    return isInside(uri.getHost())
        ? "must name a host of the open internet, not of a private network or this machine"
        : null;
  }

  /** Returns the port that the address names or implies. */
  public static int port(URI uri) {
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    return uri.getPort() >= 0 ? uri.getPort() : plain ? 80 : TLS_PORT;
  }

  /** Returns whether the address is of this machine, which is named as such and never looked up. */
  public static boolean isLoopback(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme())
        && uri.getRawUserInfo() == null
        && literal(uri.getHost()).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** Returns whether the host shows already that it is none of the open internet. */
  private static boolean isInside(String host) {
    Optional<InetAddress> address = literal(host);
    if (address.isPresent()) {
      return !PublicAddresses.isPublic(address.get()) || !isPlain(host, address.get());
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    String last = name.substring(name.lastIndexOf('.') + 1);
    return !name.contains(".") || INSIDE.contains(last) || !last.matches("[a-z][a-z0-9-]*");
  }

  /** Returns whether the address is written as everybody reads it: 0177.0.0.1 is not. */
  private static boolean isPlain(String host, InetAddress address) {
    return address instanceof Inet6Address || host.equals(address.getHostAddress());
  }

  /** Returns the address that the host is, when it is one and no name. */
  public static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
