package dev.parley.sandbox.meta;

import dev.parley.sandbox.webhook.WebhookOutcome;
import dev.parley.sandbox.webhook.WebhookSender;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** The question that Meta asks a webhook before it sends anything: say this number back. */
final class Challenge {
  private final WebhookSender sender;

  Challenge(WebhookSender sender) {
    this.sender = sender;
  }

  /** Whether the webhook answers 200 with exactly the challenge. */
  boolean isMet(String webhookUrl, String verifyToken) {
    String challenge = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 2_000_000_000));
    String query =
        "hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(challenge, URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
    String separator = webhookUrl.contains("?") ? "&" : "?";
    WebhookOutcome outcome = sender.get(URI.create(webhookUrl + separator + query));
    return outcome.status() == 200 && outcome.body().equals(challenge);
  }
}
