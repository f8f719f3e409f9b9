package dev.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.sandbox.messenger.SimulatedMessenger;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PendingWebhooksTest {
  private static final String TOKEN =
      "Bearer " + SimulatedMessenger.DEMO.credentials().accessToken();

  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch held = new CountDownLatch(1);

  @Test
  void nothingIsIdleWhileAPlatformHasStillAWebhookToSend() throws Exception {
    Path template = Path.of(PendingWebhooksTest.class.getResource("/small-template.yaml").toURI());
    LocalOptions options = LocalOptions.onFreePorts().withTemplate(template).withoutDemo();
    HttpServer webhook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.createContext("/", this::hear);
    webhook.start();
    try (LocalParley parley = LocalParley.start(options)) {
      String url = "http://127.0.0.1:" + webhook.getAddress().getPort() + "/";
      parley.platforms().messenger().register(SimulatedMessenger.DEMO.at(url), "Shop");
      URI idle = parley.api().resolve("/_local/idle?timeoutMs=300");
      call(
          parley.sandbox().resolve("/_sandbox/messenger/customers/70001/messages"),
          "{\"text\":\"hi\"}");
      call(
          parley.sandbox().resolve("/meta/v25.0/me/messages"),
          "{\"recipient\":{\"id\":\"70001\"},\"message\":{\"text\":\"x\"}}");

      assertEquals(408, call(idle, ""));

      held.countDown();

      assertEquals(200, call(parley.api().resolve("/_local/idle?timeoutMs=20000"), ""));
    } finally {
      webhook.stop(0);
    }
  }

  /** Answers the challenge, and everything but the echo at once. */
  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    byte[] answer = query.replaceAll(".*hub.challenge=(\\d+).*", "$1").getBytes(UTF_8);
    if (body.contains("is_echo")) {
      await();
    }
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void await() throws IOException {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  private int call(URI uri, String body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Authorization", TOKEN);
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
