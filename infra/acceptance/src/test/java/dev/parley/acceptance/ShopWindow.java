package dev.parley.acceptance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A shop's own web server, with one page that shows the widget under a strict policy. */
final class ShopWindow implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; style-src 'none'; script-src {api}; connect-src {api};"
          + " img-src https://img.example.com; require-trusted-types-for 'script'";
  private static final String PAGE =
      "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>Tea</title>"
          + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          + "<script src=\"{api}/widget.js\" data-channel=\"{channel}\" async></script></head>"
          + "<body><main><h1>Tea</h1><p>All about tea.</p></main></body></html>";

  private final HttpServer server;

  private ShopWindow(HttpServer server) {
    this.server = server;
  }

  /** Opens it, still empty: the channel is to know its address first. */
  static ShopWindow open() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new ShopWindow(HttpServer.create(any, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void show(WidgetSite site, String language) {
    String api = site.shop.system.base();
    String policy = POLICY.replace("{api}", api);
    byte[] page =
        PAGE.replace("{language}", language)
            .replace("{api}", api)
            .replace("{channel}", site.channelId)
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("content-security-policy", policy);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
