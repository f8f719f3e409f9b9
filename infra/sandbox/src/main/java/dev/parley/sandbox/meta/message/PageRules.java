package dev.parley.sandbox.meta.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Messenger and Instagram check in a message: the same, within limits of their own. */
public final class PageRules {
  /** The limits of one of the two. */
  private record Limits(
      int characters, int bytes, Set<String> attachments, Set<String> templates, Buttons buttons) {}

  public static final PageRules MESSENGER =
      new PageRules(
          new Limits(
              2000,
              Integer.MAX_VALUE,
              Set.of("image", "video", "audio", "file", "template"),
              Set.of("generic", "button", "media", "product"),
              new Buttons(Set.of("web_url", "postback", "phone_number", "account_link"))));
  public static final PageRules INSTAGRAM =
      new PageRules(
          new Limits(
              Integer.MAX_VALUE,
              1000,
              Set.of("image", "video", "audio", "file", "like_heart", "MEDIA_SHARE", "template"),
              Set.of("generic", "button", "product"),
              new Buttons(Set.of("web_url", "postback"))));

  private static final int MAX_QUICK_REPLIES = 13;
  private static final Map<String, List<String>> PAYLOADS =
      Map.of("like_heart", List.of(), "MEDIA_SHARE", List.of("id"));

  private final Limits limits;

  private PageRules(Limits limits) {
    this.limits = limits;
  }

  /** The body of a call, which must be JSON. */
  public static Param read(byte[] body) {
    return Param.read(body, PageWording.WORDS);
  }

  /** Checks a {@code message}. */
  public void check(Param message) {
    message.only("text", "attachment", "quick_replies", "metadata");
    message.optionalText("metadata", 1000);
    switch (message.oneOf(List.of("text", "attachment"))) {
      case "text" -> text(message);
      default -> attachment(message.object("attachment"));
    }
    for (Param reply : message.optionalItems("quick_replies", MAX_QUICK_REPLIES)) {
      quickReply(reply);
    }
  }

  private void text(Param message) {
    String text = message.text("text", limits.characters());
    if (text.getBytes(StandardCharsets.UTF_8).length > limits.bytes()) {
      throw message.wrong("text", "must be at most " + limits.bytes() + " bytes long");
    }
  }

  private static void quickReply(Param reply) {
    reply.only("content_type", "title", "payload", "image_url");
    String type = reply.choice("content_type", List.of("text", "user_phone_number", "user_email"));
    if (type.equals("text")) {
      reply.text("title", 20);
      reply.text("payload", 1000);
      reply.optionalUrl("image_url");
    }
  }

  private void attachment(Param attachment) {
    attachment.only("type", "payload");
    String type = attachment.choice("type", limits.attachments().stream().sorted().toList());
    if (type.equals("template")) {
      template(attachment.object("payload"));
    } else if (PAYLOADS.containsKey(type)) {
      PAYLOADS.get(type).forEach(field -> attachment.object("payload").text(field));
    } else {
      media(attachment.object("payload"));
    }
  }

  private static void media(Param payload) {
    payload.only("url", "attachment_id", "is_reusable");
    if (payload.oneOf(List.of("url", "attachment_id")).equals("url")) {
      payload.url("url");
    }
    payload.optionalBool("is_reusable");
  }

  private void template(Param payload) {
    List<String> types = limits.templates().stream().sorted().toList();
    switch (payload.choice("template_type", types)) {
      case "generic" -> generic(payload);
      case "button" -> button(payload);
      case "media" -> mediaTemplate(payload);
      default -> product(payload);
    }
  }

  private void generic(Param payload) {
    payload.only("template_type", "elements", "image_aspect_ratio", "sharable");
    payload.optionalChoice("image_aspect_ratio", List.of("horizontal", "square"));
    payload.optionalBool("sharable");
    payload.items("elements", 1, 10).forEach(this::element);
  }

  private void element(Param element) {
    element.only("title", "subtitle", "image_url", "default_action", "buttons");
    element.text("title", 80);
    element.optionalText("subtitle", 80);
    element.optionalUrl("image_url");
    element.optionalObject("default_action").ifPresent(Buttons::defaultAction);
    List<Param> buttons = element.optionalItems("buttons", 3);
    buttons.forEach(limits.buttons()::check);
    boolean alone =
        buttons.isEmpty()
            && List.of("subtitle", "image_url", "default_action").stream().noneMatch(element::has);
    if (alone) {
      throw element.wrong("title", "must not be the only property of an element");
    }
  }

  private void button(Param payload) {
    payload.only("template_type", "text", "buttons", "sharable");
    payload.text("text", 640);
    payload.items("buttons", 1, 3).forEach(limits.buttons()::check);
  }

  private void mediaTemplate(Param payload) {
    payload.only("template_type", "elements", "sharable");
    for (Param element : payload.items("elements", 1, 1)) {
      element.only("media_type", "attachment_id", "url", "buttons");
      element.choice("media_type", List.of("image", "video"));
      element.oneOf(List.of("attachment_id", "url"));
      element.optionalItems("buttons", 3).forEach(limits.buttons()::check);
    }
  }

  private static void product(Param payload) {
    payload.only("template_type", "elements");
    for (Param element : payload.items("elements", 1, 10)) {
      element.only("id");
      element.text("id");
    }
  }
}
