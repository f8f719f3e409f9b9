package dev.parley.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shop's account on one of Meta's platforms, connected and known to the simulated platform. */
final class MetaAccount {
  private final Shop shop;
  final String platform;
  final String accountId = number();
  final String channelId;
  private String token;
  final String secret = UUID.randomUUID().toString().replace("-", "");

  MetaAccount(Shop shop, String platform) {
    this.shop = shop;
    this.platform = platform;
    channelId = platform + "-" + accountId;
    token = "token-" + accountId;
    register(put().path("webhookUrl").asText());
  }

  private JsonNode put() {
    return shop.owner
        .put(
            "/channels/" + channelId,
            Map.of("type", platform, "name", "茶行", "credentials", credentials()))
        .is(200)
        .json();
  }

  private void register(String webhook) {
    Map<String, Object> account = new HashMap<>();
    account.put("channelId", accountId);
    account.put("accessToken", token);
    account.put("appSecret", secret);
    account.put("verifyToken", "verify-me");
    account.put("webhookUrl", webhook);
    account.put("businessAccountId", "1");
    account.put("phoneNumber", "886" + accountId.substring(0, 9));
    shop.sandbox.post("/_sandbox/" + platform + "/channels", account).is(201);
  }

  /** Puts the channel as it is, now that the platform knows its token. */
  JsonNode putAgain() {
    return put();
  }

  /** Lets the platform give the account another token, so that the channel's is of no more use. */
  void revoke() {
    String before = token;
    token = "token-" + UUID.randomUUID();
    register(webhookUrl());
    token = before;
  }

  /** Gives the account another token and puts the channel with it. */
  void renew() {
    token = "token-" + UUID.randomUUID();
    register(webhookUrl());
    put();
  }

  private String webhookUrl() {
    return shop.owner.get("/channels/" + channelId).is(200).text("/webhookUrl");
  }

  private static String number() {
    return Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
  }

  private Map<String, String> credentials() {
    Map<String, String> own = new HashMap<>();
    own.put("appSecret", secret);
    own.put("verifyToken", "verify-me");
    switch (platform) {
      case "messenger" -> {
        own.put("pageId", accountId);
        own.put("pageAccessToken", token);
      }
      case "instagram" -> {
        own.put("accountId", accountId);
        own.put("accessToken", token);
      }
      default -> {
        own.put("phoneNumberId", accountId);
        own.put("businessAccountId", "1");
        own.put("accessToken", token);
      }
    }
    return own;
  }

  /** Returns a customer whom nobody else has. */
  String customer() {
    return platform.equals("whatsapp") ? "8869" + number().substring(0, 8) : number();
  }

  /** Lets something happen on the customer's phone, and waits until all is at rest. */
  JsonNode customer(String customer, String act, Map<String, Object> what) {
    Map<String, Object> body = new HashMap<>(what);
    body.put("channelId", accountId);
    JsonNode answer =
        shop.sandbox
            .post("/_sandbox/" + platform + "/customers/" + customer + "/" + act, body)
            .is(200)
            .json();
    shop.idle();
    return answer;
  }

  /** Lets the customer say something; returns the conversation's id. */
  String says(String customer, Map<String, Object> what) {
    customer(customer, "messages", what);
    return conversation().path("id").asText();
  }

  /** Returns the channel's newest conversation. */
  JsonNode conversation() {
    return shop.agent.get("/conversations?channelId=" + channelId).is(200).json().at("/items/0");
  }

  /** Returns what the customer sees, the oldest first. */
  JsonNode phone(String customer) {
    return shop.sandbox
        .get(
            "/_sandbox/" + platform + "/customers/" + customer + "/messages?channelId=" + accountId)
        .is(200)
        .json()
        .path("items");
  }

  JsonNode health() {
    return shop.owner.get("/channels/" + channelId).is(200).json().path("health");
  }

  /** Calls the webhook as Meta would. */
  Answer webhook(String body) {
    return shop.system
        .with("x-hub-signature-256", "sha256=" + mac(body))
        .send("POST", "/webhooks/" + platform + "/" + channelId, body);
  }

  private String mac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
