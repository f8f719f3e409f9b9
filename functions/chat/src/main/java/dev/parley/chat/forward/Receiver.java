package dev.parley.chat.forward;

import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.platforms.line.LineSignature;
import dev.parley.platforms.webhook.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A target that can be spoken to.
 *
 * @param signing makes the headers that tell the target whose call it is
 */
record Receiver(String url, Signing signing, TargetHealth health) {
  /** Signs what goes to a target. */
  sealed interface Signing {
    Map<String, String> headers(Delivery delivery, Instant at);

    /** By the Standard Webhooks scheme, anew for each try. */
    record Standard(byte[] secret) implements Signing {
      @Override
      public Map<String, String> headers(Delivery delivery, Instant at) {
        return StandardWebhooks.headers(secret, delivery.eventId(), at, delivery.body());
      }

      @Override
      public String toString() {
        return "Standard[…]";
      }
    }

    /** As LINE signs its calls. */
    record Line(String channelSecret) implements Signing {
      @Override
      public Map<String, String> headers(Delivery delivery, Instant at) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        return Map.of("x-line-signature", LineSignature.of(channelSecret, body));
      }

      @Override
      public String toString() {
        return "Line[…]";
      }
    }
  }
}
