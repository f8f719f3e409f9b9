package dev.parley.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bridge from the JDK's HTTP server to mounts: the prefix chooses who answers. */
final class Exchanges implements HttpHandler {
  private final Map<String, Endpoint> mounts;
  private final Endpoint otherwise;

  Exchanges(Map<String, Endpoint> mounts, Endpoint otherwise) {
    this.mounts = mounts;
    this.otherwise = otherwise;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Response response;
    try (exchange) {
      response = answer(exchange);
      write(exchange, response);
    }
    response.afterwards().run();
  }

  private Response answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    for (Map.Entry<String, Endpoint> mount : mounts.entrySet()) {
      if (path.startsWith(mount.getKey() + "/")) {
        String rest = path.substring(mount.getKey().length());
        return answer(mount.getValue(), request(exchange, rest, body));
      }
    }
    return answer(otherwise, request(exchange, path, body));
  }

  private static Response answer(Endpoint endpoint, Request request) {
    try {
      return endpoint.answer(request);
    } catch (BadRequest e) {
      return Response.message(400, String.valueOf(e.getMessage()));
    }
  }

  private static Request request(HttpExchange exchange, String path, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    return new Request(exchange.getRequestMethod(), path, query, headers, body, Map.of());
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1);
        values.put(pair.substring(0, equals), URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    if (response.dropped()) {
      return;
    }
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean empty = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(response.body());
      }
    }
  }
}
