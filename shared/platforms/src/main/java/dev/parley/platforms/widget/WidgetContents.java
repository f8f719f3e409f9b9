package dev.parley.platforms.widget;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.text.PriceText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Contents in the JSON that the widget reads. It takes cards as they are, and cuts nothing; the
 * words around them are its own, in the language of its page.
 */
public final class WidgetContents implements CardCompiler {
  @Override
  public CompiledMessage compile(ProductCards cards, String locale) {
    return new CompiledMessage(List.of(JsonWriter.text(w -> write(w, cards))), List.of());
  }

  /** Returns whether the widget has a form for such a content. */
  public static boolean shows(MessageContent content) {
    return switch (content) {
      case MessageContent.Unknown unknown -> false;
      case MessageContent.Template template -> false;
      case MessageContent.Basket basket -> false;
      case Media media -> media.url() != null;
      default -> true;
    };
  }

  /** Writes {@code kind}, {@code text}, {@code attachments} and, of products, {@code cards}. */
  public static void write(JsonWriter w, MessageContent content) {
    List<Media> media = content instanceof Media one ? List.of(one) : List.of();
    w.field("kind", MessageKind.of(content).wireName())
        .field("text", text(content))
        .objects("attachments", media, WidgetContents::attachment);
    if (content instanceof ProductCards cards) {
      w.objects("cards", cards.cards(), WidgetContents::card);
    }
  }

  private static @Nullable String text(MessageContent content) {
    return switch (content) {
      case Text text -> text.text();
      case ProductCards cards -> cards.text();
      case Sticker sticker -> sticker.text();
      case Location place -> place(place);
      default -> null;
    };
  }

  private static String place(Location place) {
    String named = place.title() == null ? place.address() : place.title();
    return named == null ? place.latitude() + ", " + place.longitude() : named;
  }

  private static void attachment(JsonWriter w, Media media) {
    w.field("kind", media.kind().name().toLowerCase(Locale.ROOT))
        .field("url", media.url())
        .optional("fileName", media.fileName());
  }

  private static void card(JsonWriter w, ProductCard card) {
    w.field("productId", card.productId().value())
        .field("title", card.title())
        .field("imageUrl", card.imageUrl())
        .object(
            "price",
            price ->
                price
                    .field("amount", card.price().getAmount().toPlainString())
                    .field("currency", card.price().getCurrencyUnit().getCode()))
        .field("priceText", PriceText.of(card.price()))
        .field("url", card.url());
  }
}
