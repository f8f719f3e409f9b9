package dev.parley.platforms.forward;

import dev.parley.domain.forward.WebhookCaller;
import dev.parley.domain.forward.WebhookCaller.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 request and the head of its answer, over a connection of its own. */
final class Exchange {
  private static final int MOST_HEAD_BYTES = 16_384;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

  private final Connector connector;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte[] body;
  private @Nullable Socket socket;
  private boolean closed;

  Exchange(Connector connector, URI uri, Map<String, String> headers, String body) {
    this.connector = connector;
    this.uri = uri;
    this.headers = headers;
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }

  Result run() throws IOException {
    try {
      Socket connected = connector.connect(uri, this::opened);
      OutputStream out = connected.getOutputStream();
      out.write(head().getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      return answer(connected.getInputStream());
    } finally {
      close();
    }
  }

  private synchronized void opened(Socket one) {
    socket = one;
    if (closed) {
      shut(one);
    }
  }

  /**
   * Ends the exchange, however far it has come, by cutting its connection: the polite end of TLS
   * waits for the other side.
   */
  synchronized void close() {
    closed = true;
    if (socket != null) {
      shut(socket);
    }
  }

  private static void shut(Socket one) {
    try {
      one.close();
    } catch (IOException e) {
      return; // It is of no more use, closed or not.
    }
  }

  private String head() {
    StringBuilder head = new StringBuilder(512);
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    line(head, "POST " + path + query + " HTTP/1.1");
    line(head, "host: " + uri.getRawAuthority());
    line(head, "content-type: application/json");
    line(head, "content-length: " + body.length);
    line(head, "user-agent: Parley-Webhooks/1.0");
    line(head, "accept: */*");
    line(head, WebhookCaller.MARK + ": 1");
    line(head, "connection: close");
    headers.forEach((name, value) -> line(head, name + ": " + value));
    return head.append("\r\n").toString();
  }

  private static void line(StringBuilder head, String text) {
    if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A line of a head has one line");
    }
    head.append(text).append("\r\n");
  }

  /** Reads the head of the answer, past those that only say that it goes on. */
  private static Result answer(InputStream in) throws IOException {
    int left = MOST_HEAD_BYTES;
    String head;
    int status;
    do {
      head = head(in, left);
      left -= head.length();
      Matcher first = STATUS.matcher(head.lines().findFirst().orElse(""));
      if (!first.matches()) {
        return new Result.Silent("The answer is not HTTP/1.1");
      }
      status = Integer.parseInt(first.group(1));
    } while (status < 200);
    return new Result.Answered(status, RetryAfter.in(head));
  }

  private static String head(InputStream in, int most) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = in.read();
      if (next < 0 || head.length() >= most) {
        return ""; // Cut off or endless: no head.
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
