package dev.parley.sandbox.line.webhook;

import org.jspecify.annotations.Nullable;

/**
 * How a webhook call ended: its HTTP status (0 if none came), LINE's reason if it counts as failed
 * ({@code could_not_connect}, {@code request_timeout}, {@code error_status_code}, {@code
 * unclassified}), and how long it took.
 */
public record WebhookOutcome(int status, @Nullable String reason, long millis) {}
