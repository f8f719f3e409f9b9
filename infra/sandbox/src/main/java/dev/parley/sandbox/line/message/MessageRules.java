package dev.parley.sandbox.line.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.line.message.Length.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What LINE checks in the messages of a request before it sends any of them. */
public final class MessageRules {
  private static final int MAX_MESSAGES = 5;
  private static final int MAX_QUICK_REPLIES = 13;
  private static final List<String> TYPES =
      List.of(
          "text",
          "textV2",
          "sticker",
          "image",
          "video",
          "audio",
          "location",
          "imagemap",
          "template",
          "flex");
  private static final Limit TEXT = Length.UTF_16.atMost(5000);
  private static final Limit ALT_TEXT = Length.UTF_16.atMost(1500);
  private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");
  private static final Pattern TRACKING =
      Pattern.compile("[-a-zA-Z0-9.=,+*()%$&;:@{}!?<>\\[\\]]{1,100}");

  private MessageRules() {}

  /** Looks at {@code messages} of a request and at {@code required}, texts that it must have. */
  public static Verdict check(JsonNode request, List<String> required) {
    List<Problem> problems = new ArrayList<>();
    Checked body = new Checked(request, Place.root(""), problems);
    required.forEach(name -> body.text(name, Length.UTF_16.atMost(1000)));
    body.bool("notificationDisabled");
    List<Checked> messages = body.items("messages", 1, MAX_MESSAGES);
    messages.forEach(MessageRules::message);
    Verdict verdict = Verdict.of(List.copyOf(problems));
    return verdict.good() ? flex(messages) : verdict;
  }

  private static Verdict flex(List<Checked> messages) {
    for (int i = 0; i < messages.size(); i++) {
      Checked message = messages.get(i);
      if (message.string("type").equals("flex")) {
        List<Problem> problems = FlexRules.check(message.node().path("contents"));
        if (!problems.isEmpty()) {
          return Verdict.ofFlex(i, problems);
        }
      }
    }
    return Verdict.of(List.of());
  }

  private static void message(Checked message) {
    message.required("type");
    message.oneOf("type", TYPES);
    switch (message.string("type")) {
      case "text" -> text(message);
      case "textV2" -> message.text("text", TEXT);
      case "sticker" -> sticker(message);
      case "image" -> image(message);
      case "video" -> video(message);
      case "audio" -> audio(message);
      case "location" -> location(message);
      case "imagemap" -> imagemap(message);
      case "template" -> template(message);
      case "flex" -> alternative(message, "contents");
      default -> {} // said by oneOf
    }
    quickReply(message);
    sender(message);
  }

  private static void text(Checked message) {
    message.text("text", TEXT);
    if (!message.has("emojis")) {
      return;
    }
    String text = message.string("text");
    for (Checked emoji : message.items("emojis", 0, 20)) {
      emoji.required("productId");
      emoji.required("emojiId");
      int index = emoji.node().path("index").asInt(-1);
      if (index < 0 || index >= text.length() || text.charAt(index) != '$') {
        emoji.problem("index", "must be the position of a $ in the text");
      }
    }
  }

  private static void sticker(Checked message) {
    message.text("packageId", Length.UTF_16.atMost(20));
    message.text("stickerId", Length.UTF_16.atMost(20));
    message.matches("packageId", DIGITS);
    message.matches("stickerId", DIGITS);
  }

  private static void image(Checked message) {
    message.httpsUrl("originalContentUrl");
    message.httpsUrl("previewImageUrl");
  }

  private static void video(Checked message) {
    image(message);
    message.matches("trackingId", TRACKING);
  }

  private static void audio(Checked message) {
    message.httpsUrl("originalContentUrl");
    message.number("duration", 1, Integer.MAX_VALUE);
  }

  private static void location(Checked message) {
    message.text("title", Length.UTF_16.atMost(100));
    message.text("address", Length.UTF_16.atMost(100));
    message.number("latitude", -90, 90);
    message.number("longitude", -180, 180);
  }

  private static void imagemap(Checked message) {
    message.httpsUrl("baseUrl");
    message.text("altText", ALT_TEXT);
    message.object("baseSize").number("width", 1040, 1040);
    message.items("actions", 1, 50);
  }

  private static void template(Checked message) {
    alternative(message, "template");
    if (message.has("template")) {
      TemplateRules.check(message.object("template"));
    }
  }

  private static void alternative(Checked message, String content) {
    message.text("altText", ALT_TEXT);
    message.required(content);
  }

  private static void quickReply(Checked message) {
    if (!message.has("quickReply")) {
      return;
    }
    for (Checked item : message.object("quickReply").items("items", 1, MAX_QUICK_REPLIES)) {
      item.required("type");
      item.oneOf("type", List.of("action"));
      item.optionalHttpsUrl("imageUrl");
      ActionRules.QUICK_REPLY.check(item.object("action"));
    }
  }

  private static void sender(Checked message) {
    if (message.has("sender")) {
      Checked sender = message.object("sender");
      sender.optionalText("name", Length.UTF_16.atMost(20));
      sender.optionalHttpsUrl("iconUrl");
      if (sender.string("name").toUpperCase(Locale.ROOT).contains("LINE")) {
        sender.problem("name", "may not contain LINE");
      }
    }
  }
}
