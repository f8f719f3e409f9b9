package dev.parley.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One merchant of the running system, with an owner, an agent, three products and a LINE channel of
 * its own.
 */
final class Shop {
  final Http system;
  final Http sandbox;
  final String merchantId;
  final Http owner;
  final Http agent;
  final String agentId;
  final String channelId;
  final String secret;
  final List<String> productIds;

  private Shop(Http system, Http sandbox, String currency) {
    this.system = system;
    this.sandbox = sandbox;
    JsonNode made =
        system
            .post(
                "/_local/merchants",
                Map.of(
                    "name", "茶行",
                    "timeZone", "Asia/Taipei",
                    "currency", currency,
                    "locale", "zh-TW"))
            .is(200)
            .json();
    merchantId = made.path("merchantId").asText();
    owner = system.key(made.path("ownerKey").asText());
    agentId =
        owner
            .post(
                "/agents",
                Map.of("name", "小美", "email", "mei@example.com", "role", "agent", "code", "A7"))
            .is(201)
            .text("/id");
    agent = system.key(owner.post("/agents/" + agentId + "/keys", Map.of()).is(201).text("/key"));
    channelId = "shop-" + UUID.randomUUID().toString().substring(0, 12);
    secret = UUID.randomUUID().toString().replace("-", "");
    connect();
    productIds = products();
  }

  /** Hires someone of the role for the store; returns the system as they see it. */
  Http hired(String role, String store) {
    String id =
        owner
            .post(
                "/agents",
                Map.of(
                    "name",
                    "阿明",
                    "email",
                    "ming@example.com",
                    "role",
                    role,
                    "storeIds",
                    List.of(store)))
            .is(201)
            .text("/id");
    return system.key(owner.post("/agents/" + id + "/keys", Map.of()).is(201).text("/key"));
  }

  static Shop open(RunningParley parley) {
    return open(parley.api(), parley.sandbox());
  }

  static Shop open(Http system, Http sandbox) {
    return new Shop(system, sandbox, "TWD");
  }

  private void connect() {
    String token = "token-" + channelId;
    String webhook =
        owner
            .put(
                "/channels/" + channelId,
                Map.of(
                    "type", "line",
                    "name", "茶行 LINE",
                    "credentials", Map.of("channelSecret", secret, "channelAccessToken", token)))
            .is(200)
            .text("/webhookUrl");
    sandbox
        .post(
            "/_sandbox/line/channels",
            Map.of(
                "channelId", channelId,
                "channelSecret", secret,
                "channelAccessToken", token,
                "webhookUrl", webhook))
        .is(201);
  }

  private List<String> products() {
    JsonNode put = owner.put("/products", Teas.items()).is(200).json();
    return put.path("items").valueStream().map(item -> item.path("id").asText()).toList();
  }

  /** Lets a customer write; returns the conversation's id once everything is at rest. */
  String customerWrites(String customer, String text) {
    sandbox
        .post(
            "/_sandbox/line/customers/" + customer + "/messages",
            Map.of("text", text, "channelId", channelId))
        .is(200);
    idle();
    return agent.get("/conversations").is(200).text("/items/0/id");
  }

  JsonNode messages(String conversation) {
    return agent.get("/conversations/" + conversation + "/messages").is(200).json().path("items");
  }

  void idle() {
    system.get("/_local/idle?timeoutMs=30000").is(200);
  }

  JsonNode report(String query) {
    return owner.get("/reports/referrals" + query).is(200).json();
  }

  /** Sends a webhook call as LINE would, signed with the secret. */
  Answer webhook(String body, String signingSecret) {
    return system
        .with("x-line-signature", signature(body, signingSecret))
        .send("POST", "/webhooks/line/" + channelId, body);
  }

  static String signature(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
