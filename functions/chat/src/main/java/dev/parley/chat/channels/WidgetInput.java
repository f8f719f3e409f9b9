package dev.parley.chat.channels;

import dev.parley.aws.http.Fields;
import dev.parley.domain.channel.ChannelCredentials;
import java.net.IDN;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads which sites may show a widget. */
final class WidgetInput {
  private static final String ORIGINS = "allowedOrigins";
  private static final int MOST = 20;

  private WidgetInput() {}

  /** Returns the credentials, still without the secret of tokens, which no owner knows. */
  static ChannelCredentials read(Fields fields) {
    if (!fields.has(ORIGINS)) {
      fields.error(ORIGINS, "is required");
      return new ChannelCredentials.Widget(List.of(), "");
    }
    List<String> given = fields.texts(ORIGINS, 1, MOST);
    Set<String> origins = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      Optional<String> origin = origin(given.get(i));
      if (origin.isEmpty()) {
        fields.error(ORIGINS + "/" + i, "must be an origin such as https://shop.example.com");
      }
      origin.ifPresent(origins::add);
    }
    return new ChannelCredentials.Widget(List.copyOf(origins), "");
  }

  /** Returns the origin as browsers write it, or empty when it is none. */
  private static Optional<String> origin(String text) {
    int host = text.indexOf("://") + 3;
    if (host < 3) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text.substring(0, host) + IDN.toASCII(text.substring(host)));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean bare = uri.toString().equals(uri.getScheme() + "://" + uri.getRawAuthority());
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && bare && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(uri, scheme))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String port(URI uri, String scheme) {
    int usual = scheme.equals("https") ? 443 : 80;
    return uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
  }
}
