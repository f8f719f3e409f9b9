package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.chat.Contents.Content;
import dev.parley.sandbox.chat.SaidFile;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.web.BadRequest;
import dev.parley.sandbox.web.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a customer says in a control request, and makes it WhatsApp's message. */
final class Sayings {
  /** The words that ask for a message, and the type that it has. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "text"),
          Map.entry("image", "image"),
          Map.entry("video", "video"),
          Map.entry("audio", "audio"),
          Map.entry("file", "document"),
          Map.entry("sticker", "sticker"),
          Map.entry("location", "location"),
          Map.entry("contacts", "contacts"),
          Map.entry("reaction", "reaction"),
          Map.entry("button", "button"),
          Map.entry("buttonReply", "interactive"),
          Map.entry("listReply", "interactive"),
          Map.entry("order", "order"),
          Map.entry("unsupported", "unsupported"),
          Map.entry("welcome", "request_welcome"));

  private final MetaWorld<WhatsappNumber> world;

  Sayings(MetaWorld<WhatsappNumber> world) {
    this.world = world;
  }

  /** The word of {@code said} that asks for a message. */
  static Optional<String> word(ObjectNode said) {
    return TYPES.keySet().stream().sorted().filter(said::hasNonNull).findFirst();
  }

  static String type(String word) {
    return TYPES.getOrDefault(word, word);
  }

  static BadRequest nothing() {
    List<String> words = TYPES.keySet().stream().sorted().toList();
    return new BadRequest("Say one of " + String.join(", ", words) + ", event", null);
  }

  /** Fills a message in. */
  void fill(ObjectNode message, String word, ObjectNode said, WhatsappNumber number) {
    JsonNode given = said.get(word);
    switch (word) {
      case "text" -> message.putObject("text").put("body", given.asText());
      case "location", "contacts" -> message.set(word, given);
      case "reaction" -> reaction(message, given);
      case "button" -> message.set("button", button(given));
      case "buttonReply" -> reply(message, "button_reply", given);
      case "listReply" -> reply(message, "list_reply", given);
      case "order" -> order(message, given, number);
      case "unsupported" -> unsupported(message);
      case "welcome" -> {} // says nothing more
      default -> media(message, word, said);
    }
    context(message, said, number);
    if (said.has("referral")) {
      message.set("referral", referral(said.get("referral")));
    }
  }

  private static void reaction(ObjectNode message, JsonNode given) {
    ObjectNode reaction = message.putObject("reaction");
    reaction.put("message_id", given.path("messageId").asText());
    if (given.hasNonNull("emoji")) {
      reaction.set("emoji", given.get("emoji"));
    }
  }

  private static ObjectNode button(JsonNode given) {
    String text = given.isTextual() ? given.asText() : given.path("text").asText();
    return Json.object().put("payload", given.path("payload").asText(text)).put("text", text);
  }

  private static void reply(ObjectNode message, String type, JsonNode given) {
    message.putObject("interactive").put("type", type).set(type, given);
  }

  /** An order {@code {items: [{retailerId, quantity?, price, currency?}], text?, catalogId?}}. */
  private static void order(ObjectNode message, JsonNode given, WhatsappNumber number) {
    ObjectNode order = message.putObject("order");
    String own = number.catalogId() == null ? "0" : number.catalogId();
    order.put("catalog_id", given.path("catalogId").asText(own));
    order.put("text", given.path("text").asText(""));
    ArrayNode items = order.putArray("product_items");
    for (JsonNode item : given.path("items")) {
      ObjectNode made = items.addObject();
      made.put("product_retailer_id", item.path("retailerId").asText());
      made.put("quantity", item.path("quantity").asInt(1));
      made.set("item_price", item.path("price"));
      made.put("currency", item.path("currency").asText("TWD"));
    }
  }

  private static void unsupported(ObjectNode message) {
    ObjectNode error = message.putArray("errors").addObject().put("code", 131051);
    error.put("title", "Message type unknown").put("message", "Message type unknown");
    error.putObject("error_data").put("details", "Message type is currently not supported.");
  }

  private void media(ObjectNode message, String word, ObjectNode said) {
    JsonNode given = said.get(word);
    Content content = SaidFile.content(word, given);
    String id = world.ids().number();
    world.contents().put(id, content);
    ObjectNode media = message.putObject(type(word));
    if (said.hasNonNull("caption")) {
      media.set("caption", said.get("caption"));
    }
    if (word.equals("file")) {
      media.put("filename", given.isTextual() ? given.asText() : fileName(given));
    }
    media.put("mime_type", content.type());
    media.put("sha256", Base64.getEncoder().encodeToString(Media.sha256(content)));
    media.put("id", id);
    if (word.equals("audio")) {
      media.put("voice", given.path("voice").asBoolean(true));
    }
    if (word.equals("sticker")) {
      media.put("animated", false);
    }
  }

  private static String fileName(JsonNode given) {
    return given.path("fileName").asText("file.txt");
  }

  /** What the message answers, passes on, or asks about: {@code replyTo, forwarded, product}. */
  private static void context(ObjectNode message, ObjectNode said, WhatsappNumber number) {
    if (said.hasNonNull("replyTo")) {
      ObjectNode context = message.putObject("context").put("from", number.phoneNumber());
      context.set("id", said.get("replyTo"));
    }
    if (said.path("forwarded").asBoolean(false)) {
      message.withObject("/context").put("forwarded", true);
    }
    if (said.hasNonNull("product")) {
      ObjectNode product = message.withObject("/context").putObject("referred_product");
      product.put("catalog_id", number.catalogId());
      product.set("product_retailer_id", said.get("product"));
    }
  }

  private ObjectNode referral(JsonNode given) {
    ObjectNode referral = Json.object();
    referral.put("source_url", given.path("sourceUrl").asText("https://fb.me/sandbox"));
    referral.put("source_id", given.path("adId").asText(world.ids().number()));
    referral.put("source_type", given.path("sourceType").asText("ad"));
    referral.put("headline", given.path("title").asText("An ad"));
    referral.put("body", given.path("body").asText(""));
    referral.put("media_type", "image");
    referral.put("image_url", given.path("photoUrl").asText("https://scontent.example.com/ad.jpg"));
    return referral.put("ctwa_clid", given.path("clickId").asText("ctwa-" + world.ids().number()));
  }
}
