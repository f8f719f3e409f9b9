package dev.parley.platforms.whatsapp;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Attachments;
import dev.parley.domain.conversation.MessageContent.Basket;
import dev.parley.domain.conversation.MessageContent.BasketItem;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.json.JsonObject;
import dev.parley.platforms.meta.MetaJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What WhatsApp's messages say. */
final class WhatsappContents {
  private WhatsappContents() {}

  static MessageContent of(String type, JsonObject message) {
    JsonObject body = message.object(type);
    MessageContent known =
        switch (type) {
          case "text" -> text(body.text("body"));
          case "button" -> text(body.text("text"));
          case "interactive" -> reply(body);
          case "image", "sticker" -> media(MediaKind.IMAGE, body);
          case "video" -> media(MediaKind.VIDEO, body);
          case "audio" -> media(MediaKind.AUDIO, body);
          case "document" -> media(MediaKind.FILE, body);
          case "location" -> location(body);
          case "order" -> basket(body);
          default -> null;
        };
    return known == null ? new Unknown(type) : known;
  }

  private static @Nullable MessageContent text(@Nullable String text) {
    return text == null ? null : new Text(text);
  }

  private static @Nullable MessageContent reply(JsonObject interactive) {
    JsonObject chosen = interactive.object(interactive.text("type", ""));
    return text(chosen.text("title"));
  }

  private static @Nullable MessageContent media(MediaKind kind, JsonObject body) {
    String id = MetaJson.id(body, "id");
    if (id == null) {
      return null;
    }
    Media media = new Media(kind, id, null, body.text("filename"), null, null);
    String caption = body.text("caption", "");
    return caption.isBlank() ? media : new Attachments(caption, List.of(media));
  }

  private static @Nullable MessageContent location(JsonObject body) {
    BigDecimal latitude = body.number("latitude");
    BigDecimal longitude = body.number("longitude");
    return latitude == null || longitude == null
        ? null
        : new Location(
            body.text("name"),
            body.text("address"),
            latitude.toPlainString(),
            longitude.toPlainString());
  }

  private static @Nullable MessageContent basket(JsonObject order) {
    List<BasketItem> items =
        order.objects("product_items").stream()
            .map(WhatsappContents::item)
            .flatMap(Optional::stream)
            .toList();
    return items.isEmpty() || items.size() != order.list("product_items").size()
        ? null
        : new Basket(MetaJson.id(order, "catalog_id"), order.text("text"), items);
  }

  private static Optional<BasketItem> item(JsonObject line) {
    String id = MetaJson.id(line, "product_retailer_id");
    String quantity = MetaJson.id(line, "quantity");
    BigDecimal price = price(line);
    return id == null || quantity == null || !quantity.matches("[0-9]{1,9}")
        ? Optional.empty()
        : Optional.of(
            new BasketItem(
                id,
                Long.parseLong(quantity),
                price == null ? null : price.toPlainString(),
                line.text("currency")));
  }

  private static @Nullable BigDecimal price(JsonObject line) {
    BigDecimal number = line.number("item_price");
    String text = line.text("item_price", "");
    return number == null && text.matches("[0-9]{1,12}([.][0-9]{1,4})?")
        ? new BigDecimal(text)
        : number;
  }
}
