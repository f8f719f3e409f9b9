package dev.parley.sandbox.whatsapp.message;

import dev.parley.sandbox.meta.message.Param;
import java.util.List;
import java.util.Set;

/** What WhatsApp checks in the body of a call that sends a message. */
public final class MessageRules {
  private static final Set<String> CAPTIONED = Set.of("image", "video", "document");
  private static final List<String> TYPES =
      List.of(
          "text",
          "image",
          "video",
          "audio",
          "document",
          "sticker",
          "location",
          "contacts",
          "reaction",
          "interactive",
          "template");
  private static final String PRODUCT = "messaging_product";

  private final InteractiveRules interactive;

  /**
   * @param catalog what the number's catalogue holds
   */
  public MessageRules(Catalog catalog) {
    this.interactive = new InteractiveRules(catalog);
  }

  /** The body of a call, which must be JSON and for WhatsApp. */
  public static Param read(byte[] body) {
    Param read = Param.read(body, WhatsappWording.WORDS);
    read.only(
        PRODUCT,
        "recipient_type",
        "to",
        "recipient",
        "type",
        "context",
        "status",
        "message_id",
        "typing_indicator",
        "biz_opaque_callback_data",
        "text",
        "image",
        "video",
        "audio",
        "document",
        "sticker",
        "location",
        "contacts",
        "reaction",
        "interactive",
        "template");
    read.choice(PRODUCT, List.of("whatsapp"));
    return read;
  }

  /** Checks everything but who gets it and whether its template exists; the message's type. */
  public String check(Param body) {
    body.optionalChoice("recipient_type", List.of("individual"));
    body.optionalText("biz_opaque_callback_data", 512);
    body.optionalObject("context").ifPresent(context -> context.text("message_id"));
    String type = body.has("type") ? body.choice("type", TYPES) : "text";
    switch (type) {
      case "text" -> text(body.object("text"));
      case "location" -> location(body.object("location"));
      case "contacts" -> body.items("contacts", 1, 257).forEach(MessageRules::contact);
      case "reaction" -> reaction(body.object("reaction"));
      case "interactive" -> interactive.check(body.object("interactive"));
      case "template" -> template(body.object("template"));
      default -> media(type, body.object(type));
    }
    return type;
  }

  private static void text(Param text) {
    text.only("body", "preview_url");
    text.text("body", 4096);
    text.optionalBool("preview_url");
  }

  static void media(String type, Param media) {
    media.only("id", "link", "caption", "filename", "provider", "voice");
    if (media.oneOf(List.of("id", "link")).equals("link")) {
      media.url("link");
    }
    if (media.has("caption") && !CAPTIONED.contains(type)) {
      throw media.wrong("caption", "is not allowed for " + type);
    }
    media.optionalText("caption", 1024);
    if (media.has("filename") && !type.equals("document")) {
      throw media.wrong("filename", "is not allowed for " + type);
    }
  }

  private static void location(Param location) {
    location.only("latitude", "longitude", "name", "address");
    location.number("latitude", -90, 90);
    location.number("longitude", -180, 180);
    location.optionalText("name", 1000);
    location.optionalText("address", 1000);
  }

  private static void contact(Param contact) {
    contact.object("name").text("formatted_name");
    contact.optionalItems("phones", 20).forEach(phone -> phone.optionalText("phone", 100));
  }

  private static void reaction(Param reaction) {
    reaction.only("message_id", "emoji");
    reaction.text("message_id");
    reaction.required("emoji"); // empty: the reaction is taken away
  }

  private static void template(Param template) {
    template.only("name", "language", "components", "namespace");
    template.text("name", 512);
    template.object("language").text("code");
  }
}
