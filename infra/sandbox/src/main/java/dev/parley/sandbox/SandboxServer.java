package dev.parley.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.parley.sandbox.line.SimulatedLine;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.SimulatedPlatform;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running sandbox: the simulated platforms and their phone page on one port. */
public final class SandboxServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final SimulatedLine line;

  private SandboxServer(HttpServer server, ExecutorService threads, SimulatedLine line) {
    this.server = server;
    this.threads = threads;
    this.line = line;
  }

  /**
   * Starts it.
   *
   * @throws IOException if the port is taken ({@link java.net.BindException})
   */
  public static SandboxServer start(SandboxOptions options) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(options.address(), options.port());
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    SimulatedLine line = new SimulatedLine(baseUrl(server), options.clock());
    server.setExecutor(threads);
    server.createContext("/", new Exchanges(mounts(List.of(line)), new PhonePage()));
    server.start();
    return new SandboxServer(server, threads, line);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Such as {@code http://127.0.0.1:8081}, without a slash at the end. */
  public String baseUrl() {
    return baseUrl(server);
  }

  /** The simulated LINE. */
  public SimulatedLine line() {
    return line;
  }

  @Override
  public void close() {
    line.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private static String baseUrl(HttpServer server) {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static Map<String, Endpoint> mounts(List<SimulatedPlatform> platforms) {
    Map<String, Endpoint> mounts = new LinkedHashMap<>();
    platforms.forEach(platform -> mounts.putAll(platform.mounts()));
    return mounts;
  }
}
