package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.CallLog;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.webhook.WebhookOutcome;
import dev.parley.sandbox.webhook.WebhookSender;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delivers webhook bodies, signed as they are, and keeps what became of each call. */
public final class Deliveries<A extends Account> {
  /** A body as it was delivered first. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Delivered(String accountId, byte[] body) {}

  private static final int KEPT = 2_000;

  private final MetaWorld<A> world;
  private final WebhookSender sender;
  private final CallLog log = new CallLog();
  private final Map<String, Delivered> byId =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Delivered> eldest) {
          return size() > KEPT;
        }
      };

  public Deliveries(MetaWorld<A> world, WebhookSender sender) {
    this.world = world;
    this.sender = sender;
  }

  /** Delivers a body in one call, if the account's webhook has stood the challenge. */
  public ObjectNode deliver(A account, ObjectNode body) {
    return raw(account, EscapedJson.bytes(body), null);
  }

  /** Delivers exactly these bytes, with that signature or the right one. */
  ObjectNode raw(A account, byte[] body, @Nullable String signature) {
    String deliveryId = world.ids().number();
    remember(deliveryId, new Delivered(account.id(), body));
    return send(account, deliveryId, body, signature, false);
  }

  /** Delivers the same bytes once more. */
  Optional<ObjectNode> redeliver(String deliveryId) {
    return find(deliveryId)
        .flatMap(
            delivered ->
                world
                    .accounts()
                    .find(delivered.accountId())
                    .map(account -> send(account, deliveryId, delivered.body(), null, true)));
  }

  ArrayNode all() {
    return log.all();
  }

  void clear() {
    log.clear();
  }

  private synchronized void remember(String deliveryId, Delivered delivered) {
    byId.put(deliveryId, delivered);
  }

  private synchronized Optional<Delivered> find(String deliveryId) {
    return Optional.ofNullable(byId.get(deliveryId));
  }

  private ObjectNode send(
      A account, String deliveryId, byte[] body, @Nullable String signature, boolean redelivery) {
    WebhookOutcome outcome = post(account, body, signature);
    ObjectNode record = Json.object().put("at", world.clock().instant().toString());
    record.put("channelId", account.id()).put("url", account.webhookUrl());
    record.put("deliveryId", deliveryId).put("isRedelivery", redelivery);
    record.put("webhookStatus", outcome.status()).put("reason", outcome.reason());
    record.put("durationMs", outcome.millis()).put("bytes", body.length);
    log.add(record);
    return record.deepCopy();
  }

  private WebhookOutcome post(A account, byte[] body, @Nullable String signature) {
    String url = account.webhookUrl();
    if (url == null) {
      return WebhookOutcome.none("no_webhook_url");
    }
    if (!world.accounts().isSubscribed(account.id())) {
      return WebhookOutcome.none("not_subscribed");
    }
    String secret = account.credentials().appSecret();
    Map<String, String> headers =
        Map.of(
            "content-type",
            "application/json",
            "user-agent",
            "facebookexternalua",
            "x-hub-signature",
            HubSignature.old(secret, body),
            "x-hub-signature-256",
            signature == null ? HubSignature.of(secret, body) : signature);
    return sender.post(URI.create(url), headers, body);
  }
}
