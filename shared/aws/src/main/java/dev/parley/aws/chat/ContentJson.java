package dev.parley.aws.chat;

import dev.parley.aws.http.MoneyField;
import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Attachments;
import dev.parley.domain.conversation.MessageContent.Basket;
import dev.parley.domain.conversation.MessageContent.BasketItem;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.ProductId;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Message contents as JSON of our own, in tables and queues. */
final class ContentJson {
  private static final String IS = "is";
  private static final String TEXT = "text";

  private ContentJson() {}

  static void write(JsonWriter w, MessageContent content) {
    switch (content) {
      case Text text -> w.field(IS, TEXT).field(TEXT, text.text());
      case Media media -> media(w, media);
      case Attachments several ->
          w.field(IS, "attachments")
              .optional(TEXT, several.text())
              .objects("media", several.media(), ContentJson::media);
      case Template template ->
          w.field(IS, "template")
              .field("name", template.name())
              .field("language", template.language())
              .texts("parameters", template.parameters());
      case Basket basket ->
          w.field(IS, "basket")
              .optional("catalogId", basket.catalogId())
              .optional(TEXT, basket.text())
              .objects("items", basket.items(), ContentJson::item);
      case Sticker sticker ->
          w.field(IS, "sticker")
              .field("packageId", sticker.packageId())
              .field("stickerId", sticker.stickerId())
              .texts("keywords", sticker.keywords())
              .optional(TEXT, sticker.text());
      case Location place ->
          w.field(IS, "location")
              .optional("title", place.title())
              .optional("address", place.address())
              .field("latitude", place.latitude())
              .field("longitude", place.longitude());
      case ProductCards cards ->
          w.field(IS, "productCards")
              .optional(TEXT, cards.text())
              .objects("cards", cards.cards(), ContentJson::card);
      case Unknown unknown -> w.field(IS, "unknown").field("rawType", unknown.rawType());
    }
  }

  private static void media(JsonWriter w, Media media) {
    w.field(IS, "media")
        .field("kind", media.kind().name())
        .optional("contentId", media.contentId())
        .optional("url", media.url())
        .optional("fileName", media.fileName())
        .put("sizeBytes", media.sizeBytes())
        .put("durationMillis", media.durationMillis());
  }

  private static void item(JsonWriter w, BasketItem item) {
    w.field("retailerId", item.retailerId())
        .field("quantity", item.quantity())
        .optional("price", item.price())
        .optional("currency", item.currency());
  }

  private static void card(JsonWriter w, ProductCard card) {
    w.field("productId", card.productId().value()).field("title", card.title());
    MoneyField.write(w, "price", card.price());
    w.optional("imageUrl", card.imageUrl()).field("url", card.url());
  }

  static MessageContent read(JsonObject json) {
    return switch (json.requiredText(IS)) {
      case TEXT -> new Text(json.requiredText(TEXT));
      case "media" -> media(json);
      case "attachments" ->
          new Attachments(
              json.text(TEXT), json.objects("media").stream().map(ContentJson::media).toList());
      case "template" ->
          new Template(
              json.requiredText("name"), json.requiredText("language"), json.texts("parameters"));
      case "basket" ->
          new Basket(
              json.text("catalogId"),
              json.text(TEXT),
              json.objects("items").stream().map(ContentJson::item).toList());
      case "sticker" ->
          new Sticker(
              json.requiredText("packageId"),
              json.requiredText("stickerId"),
              json.texts("keywords"),
              json.text(TEXT));
      case "location" ->
          new Location(
              json.text("title"),
              json.text("address"),
              json.requiredText("latitude"),
              json.requiredText("longitude"));
      case "productCards" ->
          new ProductCards(
              json.text(TEXT), json.objects("cards").stream().map(ContentJson::card).toList());
      default -> new Unknown(json.text("rawType", "unknown"));
    };
  }

  private static Media media(JsonObject json) {
    return new Media(
        MediaKind.valueOf(json.requiredText("kind")),
        json.text("contentId"),
        json.text("url"),
        json.text("fileName"),
        json.longValue("sizeBytes"),
        json.longValue("durationMillis"));
  }

  private static BasketItem item(JsonObject json) {
    return new BasketItem(
        json.requiredText("retailerId"),
        Objects.requireNonNull(json.longValue("quantity")),
        json.text("price"),
        json.text("currency"));
  }

  private static ProductCard card(JsonObject json) {
    return new ProductCard(
        new ProductId(json.requiredText("productId")),
        json.requiredText("title"),
        Objects.requireNonNull(MoneyField.readOwn(json, "price")),
        json.text("imageUrl"),
        json.requiredText("url"));
  }

  static String text(MessageContent content) {
    return JsonWriter.text(w -> write(w, content));
  }

  static @Nullable MessageContent read(@Nullable String text) {
    return text == null ? null : read(dev.parley.json.Json.readOwn(text));
  }
}
