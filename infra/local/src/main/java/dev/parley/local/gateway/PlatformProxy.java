package dev.parley.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hands platform calls on to the platforms' base URLs, byte for byte. */
public final class PlatformProxy {
  static final String PREFIX = "/_platform/";
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "content-length",
          "expect",
          "http2-settings",
          "date");
  private static final Pattern ID = Pattern.compile("(?=.*\\d)[A-Za-z0-9_-]{6,}|\\d+");
  private static final Pattern VERSION = Pattern.compile("v\\d+(\\.\\d+)?");

  private final HttpClient http;
  private final Map<String, String> baseUrls;

  /**
   * @param baseUrls by endpoint name, such as {@code line}; {@code {shop}} in one stands for the
   *     first part of the path
   */
  public PlatformProxy(HttpClient http, Map<String, String> baseUrls) {
    this.http = http;
    this.baseUrls = Map.copyOf(baseUrls);
  }

  /** What a platform call of one instance is addressed to. */
  record Route(String endpoint, String accessKey, String rest) {
    static Optional<Route> of(String rawPath) {
      String[] parts = rawPath.substring(PREFIX.length()).split("/", 3);
      return parts.length < 2
          ? Optional.empty()
          : Optional.of(new Route(parts[0], parts[1], parts.length == 3 ? "/" + parts[2] : ""));
    }
  }

  /** The base URL that an instance is given in place of the platform's own. */
  public static String baseUrl(URI gateway, PlatformEndpoint endpoint, String accessKey) {
    String shop = endpoint == PlatformEndpoint.SHOPIFY ? "/{shop}" : "";
    return gateway + PREFIX + endpoint.wireName() + "/" + accessKey + shop;
  }

  /** Method and path, with whatever looks like an id made one. */
  static String operation(String method, String path) {
    StringBuilder operation = new StringBuilder(method).append(' ');
    for (String part : path.substring(Math.min(1, path.length())).split("/", -1)) {
      boolean id = ID.matcher(part).matches() && !VERSION.matcher(part).matches();
      operation.append('/').append(id ? "{id}" : part);
    }
    return operation.toString();
  }

  Reply forward(Route route, HttpExchange exchange, byte[] body) {
    String base = baseUrls.get(route.endpoint());
    if (base == null) {
      return Reply.json(
          502, Json.object().put("message", "No platform is known as " + route.endpoint()));
    }
    String query = exchange.getRequestURI().getRawQuery();
    URI target = URI.create(target(base, route.rest()) + (query == null ? "" : "?" + query));
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    exchange.getRequestHeaders().forEach((name, values) -> addHeader(request, name, values));
    request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    if (body.length == 0 && exchange.getRequestMethod().equals("GET")) {
      request.GET(); // says nothing of a length
    }
    return reply(AwsClient.send(http, request.build()));
  }

  private static String target(String base, String rest) {
    if (!base.contains("{shop}")) {
      return base + rest;
    }
    String[] parts = rest.substring(1).split("/", 2);
    return base.replace("{shop}", parts[0]) + (parts.length > 1 ? "/" + parts[1] : "");
  }

  private static void addHeader(HttpRequest.Builder request, String name, List<String> values) {
    if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", values));
              }
            });
    return new Reply(response.statusCode(), headers, response.body());
  }
}
