package dev.parley.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * TLS before the stand-ins of AWS, so that functions shake hands as they do there. Its connections
 * can all be dropped, as they are while a snapshot lies in store.
 */
final class TlsFront implements AutoCloseable {
  private final ServerSocket server;
  private final URI behind;
  private final Certificates certificates;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private TlsFront(ServerSocket server, URI behind, Certificates certificates) {
    this.server = server;
    this.behind = behind;
    this.certificates = certificates;
  }

  static TlsFront before(URI behind) {
    Certificates certificates = Certificates.made();
    try {
      ServerSocket server =
          certificates
              .context()
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TlsFront front = new TlsFront(server, behind, certificates);
      Thread.ofPlatform().daemon().start(front::accept);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how sandboxes reach what is behind, trusting this front. */
  Reach reach() {
    return new Reach(
        "https://localhost:" + server.getLocalPort(),
        certificates.trusting(),
        certificates.jvmOptions());
  }

  private void accept() {
    try {
      while (true) {
        Socket outside = server.accept();
        Socket inside = new Socket(behind.getHost(), behind.getPort());
        open.add(outside);
        open.add(inside);
        outside.setTcpNoDelay(true);
        inside.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> carry(outside, inside));
        Thread.ofPlatform().daemon().start(() -> carry(inside, outside));
      }
    } catch (IOException e) {
      drop(); // Closed.
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      return; // One of the two has ended it.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** Ends all connections. */
  void drop() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
