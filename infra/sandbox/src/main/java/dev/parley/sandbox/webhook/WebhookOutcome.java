package dev.parley.sandbox.webhook;

import org.jspecify.annotations.Nullable;

/**
 * How a webhook call ended: its HTTP status (0 if none came), the reason if it counts as failed
 * ({@code could_not_connect}, {@code request_timeout}, {@code error_status_code}, {@code
 * unclassified}), how long it took, and what a question was answered.
 */
public record WebhookOutcome(int status, @Nullable String reason, long millis, String body) {

  /** No call was made, for that reason. */
  public static WebhookOutcome none(String reason) {
    return new WebhookOutcome(0, reason, 0, "");
  }
}
