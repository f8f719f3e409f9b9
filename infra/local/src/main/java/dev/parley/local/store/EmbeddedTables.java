package dev.parley.local.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local on a loopback port of its own, in memory or in a file. */
public final class EmbeddedTables implements AutoCloseable {
  private static final int IDLE_MILLIS = 3_600_000;

  private final Server server;
  private final LocalDynamoDBServerHandler handler;

  private EmbeddedTables(Server server, LocalDynamoDBServerHandler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Starts it.
   *
   * @param directory where the tables are kept, or null to keep them in memory
   */
  public static EmbeddedTables start(@Nullable Path directory) {
    System.setProperty("sqlite4java.library.path", nativeLibraries().toString());
    LocalDynamoDBServerHandler handler =
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(
                0, directory == null, directory == null ? null : directory.toString(), true, false),
            null);
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ((ServerConnector) server.getConnectors()[0]).setIdleTimeout(IDLE_MILLIS);
    server.setHandler(handler);
    LifeCycle.start(server);
    return new EmbeddedTables(server, handler);
  }

  /** SQLite's library for this machine lies in the Maven repository beside its Java part. */
  private static Path nativeLibraries() {
    try {
      URI jar =
          Class.forName("com.almworks.sqlite4java.SQLite")
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI();
      String name = jar.getPath().substring(jar.getPath().lastIndexOf('/') + 1);
      String version = name.replaceAll("sqlite4java-|\\.jar", "");
      return Path.of(jar.resolve("../../libsqlite4java-" + platform() + "/" + version));
    } catch (URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException("Can't find SQLite's library", e);
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.startsWith("mac")) {
      return "osx";
    }
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "linux-" + (arch.equals("x86_64") ? "amd64" : arch);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getURI().getPort() + "/");
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
    handler.close();
  }
}
