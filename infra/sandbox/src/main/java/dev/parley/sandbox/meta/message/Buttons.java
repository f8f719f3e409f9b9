package dev.parley.sandbox.meta.message;

import java.util.List;
import java.util.Set;

/** What Messenger and Instagram check in a template's buttons. */
record Buttons(Set<String> types) {
  private static final String[] WEB_URL = {
    "type",
    "url",
    "title",
    "webview_height_ratio",
    "messenger_extensions",
    "fallback_url",
    "webview_share_button"
  };
  private static final List<String> HEIGHTS = List.of("compact", "tall", "full");

  void check(Param button) {
    String type = button.choice("type", types.stream().sorted().toList());
    switch (type) {
      case "web_url" -> webUrl(button);
      case "postback" -> {
        button.only("type", "title", "payload");
        button.text("title", 20);
        button.text("payload", 1000);
      }
      case "phone_number" -> {
        button.only("type", "title", "payload");
        button.text("title", 20);
        phone(button);
      }
      default -> {
        button.only("type", "url");
        button.url("url");
      }
    }
  }

  /** What opens when a card is tapped: a button that has no title. */
  static void defaultAction(Param action) {
    if (action.has("title")) {
      throw action.wrong("title", "is not allowed in a default action");
    }
    action.only(WEB_URL);
    action.choice("type", List.of("web_url"));
    action.url("url");
    action.optionalChoice("webview_height_ratio", HEIGHTS);
  }

  private static void webUrl(Param button) {
    button.only(WEB_URL);
    button.text("title", 20);
    button.url("url");
    button.optionalChoice("webview_height_ratio", HEIGHTS);
  }

  private static void phone(Param button) {
    if (!button.text("payload").matches("\\+\\d{6,15}")) {
      throw button.wrong("payload", "must be a phone number with + and country code");
    }
  }
}
