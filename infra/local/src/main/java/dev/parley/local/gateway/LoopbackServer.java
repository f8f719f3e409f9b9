package dev.parley.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback interface, a virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 4096;

  static {
    // Read once by the JDK's server and client when they are first used.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    System.setProperty("jdk.httpclient.keepalive.timeout", "15");
  }

  /** What answers a request whose body was read whole. */
  @FunctionalInterface
  public interface Endpoint {
    Reply answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the port; requests wait until something answers them.
   *
   * @param port 0 for any free one
   * @throws java.net.BindException if it is taken
   */
  public static LoopbackServer bind(int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new LoopbackServer(HttpServer.create(address, BACKLOG));
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void start(Endpoint answering) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(answering, exchange));
    server.start();
  }

  private static void handle(Endpoint endpoint, HttpExchange exchange) throws IOException {
    try (exchange) {
      write(exchange, endpoint.answer(exchange));
    }
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.status() == 0) {
      return;
    }
    reply.headers().forEach((name, value) -> addHeader(exchange, name, value));
    boolean empty = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
    }
  }

  /** A name that stands several times in one map has its values separated by line feeds. */
  private static void addHeader(HttpExchange exchange, String name, String value) {
    value.lines().forEach(line -> exchange.getResponseHeaders().add(name, line));
  }

  /** Takes no new requests, and waits for those under way as long as the seconds say. */
  public void stop(int seconds) {
    server.stop(seconds);
    threads.shutdown();
  }

  @Override
  public void close() {
    stop(0);
  }
}
