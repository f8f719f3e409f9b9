package dev.parley.chat.inbox;

import dev.parley.aws.http.MoneyField;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages in the JSON that agents' tools read. */
public final class MessageJson {
  private MessageJson() {}

  public static Consumer<JsonWriter> of(Message message) {
    return w -> write(w, message);
  }

  static void write(JsonWriter w, Message message) {
    w.field("id", message.id().value())
        .field("direction", message.direction().wireName())
        .field("kind", message.kind().wireName())
        .field("text", text(message.content()));
    attachments(w, message.content());
    w.time("sentAt", message.sentAt())
        .time("receivedAt", message.receivedAt())
        .field("status", message.status().wireName());
    failure(w, message.failure());
    w.field("agentId", message.agentId() == null ? null : message.agentId().value())
        .field("platformMessageId", message.platformMessageId())
        .time("withdrawnAt", message.withdrawnAt());
    ofItsKind(w, message);
  }

  private static @Nullable String text(@Nullable MessageContent content) {
    return switch (content) {
      case MessageContent.Text text -> text.text();
      case MessageContent.Sticker sticker -> sticker.text();
      case MessageContent.ProductCards cards -> cards.text();
      case MessageContent.Attachments several -> several.text();
      case MessageContent.Basket basket -> basket.text();
      case null, default -> null;
    };
  }

  private static void attachments(JsonWriter w, @Nullable MessageContent content) {
    if (content == null) {
      w.field("attachments", (String) null);
      return;
    }
    List<MessageContent.Media> media =
        switch (content) {
          case MessageContent.Media one -> List.of(one);
          case MessageContent.Attachments several -> several.media();
          default -> List.of();
        };
    w.objects("attachments", media, MessageJson::attachment);
  }

  private static void attachment(JsonWriter w, MessageContent.Media media) {
    w.field("kind", media.kind().name().toLowerCase(Locale.ROOT))
        .field("url", media.url())
        .optional("contentId", media.contentId())
        .optional("fileName", media.fileName());
    if (media.sizeBytes() != null) {
      w.field("sizeBytes", media.sizeBytes());
    }
    if (media.durationMillis() != null) {
      w.field("durationMillis", media.durationMillis());
    }
  }

  private static void failure(JsonWriter w, Message.@Nullable Failure failure) {
    if (failure == null) {
      w.field("failure", (String) null);
      return;
    }
    w.object(
        "failure",
        f ->
            f.field("code", failure.code())
                .field("reason", failure.reason())
                .objects(
                    "alternatives",
                    failure.alternatives(),
                    (item, kind) -> item.field("kind", kind)));
  }

  private static void ofItsKind(JsonWriter w, Message message) {
    switch (message.content()) {
      case MessageContent.Sticker sticker -> sticker(w, sticker);
      case MessageContent.Location place -> location(w, place);
      case MessageContent.ProductCards cards -> cards(w, cards);
      case MessageContent.Template template -> template(w, template);
      case MessageContent.Basket basket -> basket(w, basket);
      case null, default -> {}
    }
    String raw = message.raw();
    if (message.kind() == MessageKind.UNKNOWN && raw != null) {
      w.object("raw", r -> r.field("type", rawType(message.content())).raw("payload", raw));
    }
  }

  private static @Nullable String rawType(@Nullable MessageContent content) {
    return content instanceof MessageContent.Unknown unknown ? unknown.rawType() : null;
  }

  private static void sticker(JsonWriter w, MessageContent.Sticker sticker) {
    w.object(
        "sticker",
        s ->
            s.field("packageId", sticker.packageId())
                .field("stickerId", sticker.stickerId())
                .texts("keywords", sticker.keywords()));
  }

  private static void location(JsonWriter w, MessageContent.Location place) {
    w.object(
        "location",
        l ->
            l.field("title", place.title())
                .field("address", place.address())
                .field("latitude", place.latitude())
                .field("longitude", place.longitude()));
  }

  private static void template(JsonWriter w, MessageContent.Template template) {
    w.object(
        "template",
        t ->
            t.field("name", template.name())
                .field("language", template.language())
                .texts("parameters", template.parameters()));
  }

  private static void basket(JsonWriter w, MessageContent.Basket basket) {
    w.object(
        "basket",
        b ->
            b.field("catalogId", basket.catalogId())
                .objects("items", basket.items(), MessageJson::line));
  }

  private static void line(JsonWriter w, MessageContent.BasketItem item) {
    w.field("metaRetailerId", item.retailerId())
        .field("quantity", item.quantity())
        .field("price", item.price())
        .field("currency", item.currency());
  }

  private static void cards(JsonWriter w, MessageContent.ProductCards cards) {
    w.objects(
        "cards",
        cards.cards(),
        (c, card) -> {
          c.field("productId", card.productId().value()).field("title", card.title());
          MoneyField.write(c, "price", card.price())
              .field("imageUrl", card.imageUrl())
              .field("url", card.url());
        });
  }
}
