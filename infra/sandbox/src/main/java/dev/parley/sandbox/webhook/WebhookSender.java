package dev.parley.sandbox.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls webhooks; waits longer than the platform would, but reports what it would report. */
public final class WebhookSender implements AutoCloseable {
  private static final Duration HARD_LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Duration patience;

  /**
   * @param patience after that long the platform gives up with {@code request_timeout}
   */
  public WebhookSender(Duration patience) {
    this.patience = patience;
  }

  /** Posts a body with these headers. */
  public WebhookOutcome post(URI url, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(HARD_LIMIT).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Asks, and keeps the answer's body. */
  public WebhookOutcome get(URI url) {
    return send(HttpRequest.newBuilder(url).timeout(HARD_LIMIT).GET().build());
  }

  private WebhookOutcome send(HttpRequest request) {
    long start = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      long millis = millisSince(start);
      int status = response.statusCode();
      return new WebhookOutcome(status, reason(status, millis), millis, response.body());
    } catch (HttpTimeoutException e) {
      return failed("request_timeout", start);
    } catch (ConnectException e) {
      return failed("could_not_connect", start);
    } catch (IOException e) {
      return failed("unclassified", start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("unclassified", start);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static WebhookOutcome failed(String reason, long start) {
    return new WebhookOutcome(0, reason, millisSince(start), "");
  }

  private @Nullable String reason(int status, long millis) {
    if (millis > patience.toMillis()) {
      return "request_timeout";
    }
    return status / 100 == 2 ? null : "error_status_code";
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
