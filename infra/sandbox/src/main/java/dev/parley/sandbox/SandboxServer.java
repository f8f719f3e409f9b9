package dev.parley.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.parley.sandbox.instagram.SimulatedInstagram;
import dev.parley.sandbox.line.SimulatedLine;
import dev.parley.sandbox.messenger.SimulatedMessenger;
import dev.parley.sandbox.meta.GraphServer;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.SimulatedPlatform;
import dev.parley.sandbox.whatsapp.SimulatedWhatsapp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running sandbox: the simulated platforms and their phone page on one port. */
public final class SandboxServer implements AutoCloseable {
  private static final String META = "/meta";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Simulated simulated;

  /** The simulated platforms. */
  private record Simulated(
      SimulatedLine line,
      SimulatedMessenger messenger,
      SimulatedInstagram instagram,
      SimulatedWhatsapp whatsapp,
      ShopPage shop) {
    static Simulated at(String baseUrl, InstantSource clock) {
      return new Simulated(
          new SimulatedLine(baseUrl, clock),
          new SimulatedMessenger(baseUrl, clock),
          new SimulatedInstagram(baseUrl, clock),
          new SimulatedWhatsapp(baseUrl, clock),
          new ShopPage());
    }

    List<SimulatedPlatform> all() {
      return List.of(line, messenger, instagram, whatsapp);
    }

    Map<String, Endpoint> mounts() {
      Map<String, Endpoint> mounts = new LinkedHashMap<>();
      all().forEach(platform -> mounts.putAll(platform.mounts()));
      mounts.put(META, new GraphServer(List.of(messenger.graph(), whatsapp.graph())));
      mounts.put("/shop", shop);
      return mounts;
    }
  }

  private SandboxServer(HttpServer server, ExecutorService threads, Simulated simulated) {
    this.server = server;
    this.threads = threads;
    this.simulated = simulated;
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
    Simulated simulated = Simulated.at(baseUrl(server), options.clock());
    server.setExecutor(threads);
    server.createContext("/", new Exchanges(simulated.mounts(), new PhonePage()));
    server.start();
    return new SandboxServer(server, threads, simulated);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Such as {@code http://127.0.0.1:8081}, without a slash at the end. */
  public String baseUrl() {
    return baseUrl(server);
  }

  /** What {@code META_GRAPH_BASE_URL} must be. */
  public String metaBaseUrl() {
    return baseUrl() + META;
  }

  /** The simulated LINE. */
  public SimulatedLine line() {
    return simulated.line();
  }

  /** The simulated Messenger. */
  public SimulatedMessenger messenger() {
    return simulated.messenger();
  }

  /** The simulated Instagram. */
  public SimulatedInstagram instagram() {
    return simulated.instagram();
  }

  /** The simulated WhatsApp. */
  public SimulatedWhatsapp whatsapp() {
    return simulated.whatsapp();
  }

  /** The shop's page with the website widget. */
  public ShopPage shop() {
    return simulated.shop();
  }

  /** How many webhooks are still to come of what has been asked of the platforms. */
  public int pendingWebhooks() {
    return simulated.all().stream().mapToInt(SimulatedPlatform::pending).sum();
  }

  @Override
  public void close() {
    simulated.all().forEach(SimulatedPlatform::close);
    server.stop(0);
    threads.shutdownNow();
  }

  private static String baseUrl(HttpServer server) {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
