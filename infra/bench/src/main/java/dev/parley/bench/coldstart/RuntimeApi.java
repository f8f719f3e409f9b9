package dev.parley.bench.coldstart;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lambda's Runtime API as the runtime interface client of one sandbox sees it, with the times at
 * which the sandbox asked for its first event, asked to be restored, and answered.
 */
final class RuntimeApi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n"
          + "{\"status\":\"OK\"}";
  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final ServerSocket server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> results = new LinkedBlockingQueue<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch snapshot = new CountDownLatch(1);
  private final CountDownLatch restored = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String failure = "";
  private volatile long sentAt;
  private volatile long answeredAt;

  RuntimeApi() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      }
    } catch (IOException e) {
      fail("closed");
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        answer(Request.read(in), socket.getOutputStream());
      }
    } catch (EOFException | SocketException e) {
      return; // The sandbox has ended.
    } catch (IOException e) {
      fail(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
    String path = request.path();
    if (path.endsWith("/invocation/next")) {
      ready.countDown();
      byte[] event = events.take();
      byte[] reply = invocation(event);
      sentAt = System.nanoTime();
      out.write(reply);
    } else if (path.endsWith("/restore/next")) {
      snapshot.countDown();
      restored.await();
      out.write(EMPTY.getBytes(StandardCharsets.US_ASCII));
    } else {
      answeredAt = System.nanoTime();
      out.write(ACCEPTED.getBytes(StandardCharsets.US_ASCII));
      if (path.contains("/invocation/")) {
        results.add(request.body());
      } else {
        fail(request.body());
      }
    }
    out.flush();
  }

  private byte[] invocation(byte[] event) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    String head =
        String.format(
            Locale.ROOT,
            "HTTP/1.1 200 OK\r\n"
                + "Content-Type: application/json\r\n"
                + "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012d\r\n"
                + "Lambda-Runtime-Deadline-Ms: %d\r\n"
                + "Lambda-Runtime-Invoked-Function-Arn:"
                + " arn:aws:lambda:us-east-1:000000000000:function:bench\r\n"
                + "Content-Length: %d\r\n\r\n",
            requests.incrementAndGet(),
            System.currentTimeMillis() + 30_000,
            event.length);
    reply.write(head.getBytes(StandardCharsets.US_ASCII));
    reply.write(event);
    return reply.toByteArray();
  }

  /** Ends all waiting: the sandbox can't go on. */
  void fail(String why) {
    failure = why;
    ready.countDown();
    snapshot.countDown();
  }

  /** Waits until the sandbox asks for its first event. */
  void awaitReady() {
    await(ready, "ready");
  }

  /** Waits until the sandbox is primed and asks to be restored. */
  void awaitSnapshot() {
    await(snapshot, "ready for its snapshot");
  }

  void restore() {
    restored.countDown();
  }

  private void await(CountDownLatch latch, String what) {
    try {
      if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !failure.isEmpty()) {
        throw new IllegalStateException("The sandbox is not " + what + ": " + failure);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Invokes the function and returns how many nanoseconds its answer took. */
  long invoke(byte[] event, int status) {
    events.add(event);
    try {
      String result = results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (result == null || !result.replace(" ", "").contains("\"statusCode\":" + status)) {
        throw new IllegalStateException("The function answered " + result);
      }
      return answeredAt - sentAt;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
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
