package dev.parley.platforms.forward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server on loopback that answers every connection with the same bytes, or with none. */
final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

  private final ServerSocket server;
  private final CompletableFuture<String> request = new CompletableFuture<>();

  private RawServer(@Nullable String answer) throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(answer));
  }

  static RawServer answering(String bytes) throws IOException {
    return new RawServer(bytes);
  }

  static RawServer silent() throws IOException {
    return new RawServer(null);
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Returns what the first connection sent. */
  String request() {
    return request.join();
  }

  private void serve(@Nullable String answer) {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        if (answer == null) {
          continue; // Held open, never answered.
        }
        try (socket) {
          request.complete(read(socket.getInputStream()));
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      request.complete(String.valueOf(e.getMessage())); // Closed, or cut off by the caller.
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int left = Integer.MAX_VALUE;
    while (left > 0) {
      int next = in.read();
      if (next < 0 || read.size() > 100_000 || (next == 0x16 && read.size() == 0)) {
        break; // The end, too much, or the first byte of TLS.
      }
      read.write(next);
      left--;
      String text = read.toString(StandardCharsets.UTF_8);
      Matcher length = LENGTH.matcher(text);
      if (text.endsWith("\r\n\r\n") && length.find()) {
        left = Integer.parseInt(length.group(1));
      }
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
