package dev.parley.bench.system;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A shop's account on Messenger, Instagram or WhatsApp, connected and known to the simulation. */
record MetaAccount(String platform, String channelId, String accountId, String secret) {
  static MetaAccount connect(Api owner, Api sandbox, String platform) {
    String accountId =
        Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
    MetaAccount account =
        new MetaAccount(
            platform,
            "bench-" + platform + "-" + accountId,
            accountId,
            UUID.randomUUID().toString().replace("-", ""));
    String webhook =
        owner
            .put(
                "/channels/" + account.channelId,
                Map.of("type", platform, "name", platform, "credentials", account.credentials()))
            .is(200)
            .text("/webhookUrl");
    sandbox.post("/_sandbox/" + platform + "/channels", account.registration(webhook)).is(201);
    return account;
  }

  private Map<String, String> credentials() {
    Map<String, String> own = new HashMap<>(Map.of("appSecret", secret, "verifyToken", "verify"));
    switch (platform) {
      case "messenger" -> own.putAll(Map.of("pageId", accountId, "pageAccessToken", token()));
      case "instagram" -> own.putAll(Map.of("accountId", accountId, "accessToken", token()));
      default ->
          own.putAll(
              Map.of("phoneNumberId", accountId, "businessAccountId", "1", "accessToken", token()));
    }
    return own;
  }

  private Map<String, String> registration(String webhook) {
    return Map.of(
        "channelId",
        accountId,
        "accessToken",
        token(),
        "appSecret",
        secret,
        "verifyToken",
        "verify",
        "webhookUrl",
        webhook,
        "businessAccountId",
        "1",
        "phoneNumber",
        "886" + accountId.substring(0, 9));
  }

  private String token() {
    return "token-" + accountId;
  }

  ChannelCalls calls() {
    return new MetaCalls(platform, channelId, accountId, secret);
  }

  void meets(Api sandbox, String person) {
    sandbox
        .post(
            "/_sandbox/" + platform + "/customers/" + person + "/messages",
            Map.of("text", "你好", "channelId", accountId))
        .is(200);
  }
}
