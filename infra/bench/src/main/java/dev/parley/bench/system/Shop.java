package dev.parley.bench.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A merchant of the running system, with an agent, ten products and a LINE channel. */
public final class Shop {
  private static final int PRODUCTS = 10;

  private final Api system;
  private final Api sandbox;
  private final String merchantId;
  private final Api owner;
  private final Api agent;
  private final String agentKey;
  private final String channelId;
  private final String secret;
  private final List<String> productIds;
  private final Map<String, MetaAccount> accounts = new HashMap<>();

  private Shop(Api system, Api sandbox) {
    this.system = system;
    this.sandbox = sandbox;
    JsonNode made = system.post("/_local/merchants", merchant()).is(200).json();
    merchantId = made.path("merchantId").asText();
    owner = system.key(made.path("ownerKey").asText());
    agentKey = newAgentsKey();
    agent = system.key(agentKey);
    channelId = "bench-" + UUID.randomUUID().toString().substring(0, 12);
    secret = UUID.randomUUID().toString().replace("-", "");
    connect();
    productIds = products();
  }

  public static Shop open(RunnerProcess runner) {
    return open(runner.api(), runner.sandbox());
  }

  public static Shop open(Api system, Api sandbox) {
    return new Shop(system, sandbox);
  }

  private static Map<String, String> merchant() {
    return Map.of("name", "茶行", "timeZone", "Asia/Taipei", "currency", "TWD", "locale", "zh-TW");
  }

  private String newAgentsKey() {
    Map<String, String> agent =
        Map.of("name", "小美", "email", "mei@example.com", "role", "agent", "code", "A7");
    String id = owner.post("/agents", agent).is(201).text("/id");
    return owner.post("/agents/" + id + "/keys", Map.of()).is(201).text("/key");
  }

  private void connect() {
    Map<String, String> credentials =
        Map.of("channelSecret", secret, "channelAccessToken", "token-" + channelId);
    String webhook =
        owner
            .put(
                "/channels/" + channelId,
                Map.of("type", "line", "name", "LINE", "credentials", credentials))
            .is(200)
            .text("/webhookUrl");
    sandbox
        .post(
            "/_sandbox/line/channels",
            Map.of(
                "channelId", channelId,
                "channelSecret", secret,
                "channelAccessToken", "token-" + channelId,
                "webhookUrl", webhook))
        .is(201);
  }

  private List<String> products() {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      items.add(
          Map.of(
              "sku", "TEA-" + i,
              "name", "高山烏龍茶禮盒 " + i,
              "price", Map.of("amount", "1290.00", "currency", "TWD"),
              "imageUrl", "https://img.example.com/tea-" + i + ".jpg",
              "url", "https://shop.example.com/p/tea-" + i));
    }
    JsonNode put = owner.put("/products", Map.of("items", items)).is(200).json();
    return put.path("items").valueStream().map(item -> item.path("id").asText()).toList();
  }

  public String merchantId() {
    return merchantId;
  }

  /** The API as the owner calls it. */
  public Api owner() {
    return owner;
  }

  /** The API as the agent calls it. */
  public Api agent() {
    return agent;
  }

  public String agentKey() {
    return agentKey;
  }

  public String channelId() {
    return channelId;
  }

  public List<String> productIds() {
    return productIds;
  }

  /**
   * Returns the calls of the shop's channel on the platform, which it connects when it has none.
   */
  public ChannelCalls channel(String platform) {
    return platform.equals("line") ? line() : account(platform).calls();
  }

  private MetaAccount account(String platform) {
    return accounts.computeIfAbsent(platform, p -> MetaAccount.connect(owner, sandbox, p));
  }

  /** Calls a webhook of the shop. */
  public Answer send(SignedCall call) {
    return system.with(call.header(), call.signature()).send("POST", call.path(), call.body());
  }

  /** Lets a person write for the first time on the platform, as the simulated one has it. */
  public void meets(String platform, String person) {
    account(platform).meets(sandbox, person);
  }

  public LineCalls line() {
    return new LineCalls(system, channelId, secret);
  }

  /** Lets a person write for the first time, from a phone of the simulated LINE. */
  public void meets(String user) {
    sandbox
        .post(
            "/_sandbox/line/customers/" + user + "/messages",
            Map.of("text", "你好", "channelId", channelId))
        .is(200);
  }

  /** Waits until nothing is left to do. */
  public void idle() {
    system.get("/_local/idle?timeoutMs=600000").is(200);
  }
}
