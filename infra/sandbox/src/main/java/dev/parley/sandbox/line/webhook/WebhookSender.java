package dev.parley.sandbox.line.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls webhooks as LINE does; waits longer than LINE, but reports what LINE would report. */
public final class WebhookSender implements AutoCloseable {
  /** After that LINE gives up with {@code request_timeout}. */
  private static final long PATIENCE_MILLIS = 2000;

  private static final Duration HARD_LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public WebhookOutcome post(URI url, String signature, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(HARD_LIMIT)
            .header("content-type", "application/json; charset=utf-8")
            .header("user-agent", "LineBotWebhook/2.0")
            .header("x-line-signature", signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    long start = System.nanoTime();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return outcome(status, reason(status, millisSince(start)), start);
    } catch (HttpTimeoutException e) {
      return outcome(0, "request_timeout", start);
    } catch (ConnectException e) {
      return outcome(0, "could_not_connect", start);
    } catch (IOException e) {
      return outcome(0, "unclassified", start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return outcome(0, "unclassified", start);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static WebhookOutcome outcome(int status, @Nullable String reason, long start) {
    return new WebhookOutcome(status, reason, millisSince(start));
  }

  private static @Nullable String reason(int status, long millis) {
    if (millis > PATIENCE_MILLIS) {
      return "request_timeout";
    }
    return status / 100 == 2 ? null : "error_status_code";
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
