package dev.parley.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop's website with a widget of its own channel, as visitors' browsers call it. */
final class WidgetSite {
  final Shop shop;
  final String origin;
  final String channelId = "site-" + UUID.randomUUID().toString().substring(0, 12);
  final Answer connected;

  private WidgetSite(Shop shop, String origin) {
    this.shop = shop;
    this.origin = origin;
    this.connected = connect(List.of(origin));
  }

  static WidgetSite of(Shop shop, String origin) {
    return new WidgetSite(shop, origin);
  }

  Answer connect(List<String> origins) {
    return shop.owner
        .put(
            "/channels/" + channelId,
            Map.of(
                "type", "widget",
                "name", "官網",
                "credentials", Map.of("allowedOrigins", origins)))
        .is(200);
  }

  Http page() {
    return shop.system.with("origin", origin);
  }

  Http visitor(String token) {
    return page().key(token);
  }

  String path(String what) {
    return "/widget/" + channelId + "/" + what;
  }

  Answer session() {
    return page().send("POST", path("sessions"), null).is(201);
  }

  Answer says(String token, String text) {
    return visitor(token).post(path("messages"), Map.of("text", text));
  }

  List<String> reads(String token, String query) {
    return visitor(token)
        .get(path("messages") + query)
        .is(200)
        .json()
        .path("items")
        .valueStream()
        .map(message -> message.path("text").asText())
        .toList();
  }

  /** Returns the agent's view of all that the conversation holds, the oldest first. */
  List<String> agentReads(String conversation) {
    return shop.messages(conversation)
        .valueStream()
        .map(message -> message.path("text").asText())
        .toList()
        .reversed();
  }
}
