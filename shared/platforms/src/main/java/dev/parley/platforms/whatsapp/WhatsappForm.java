package dev.parley.platforms.whatsapp;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.CompiledMessage;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.text.CardLabels;
import dev.parley.platforms.text.Graphemes;
import dev.parley.platforms.text.PriceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts messages into the form that WhatsApp takes, within its limits. One product goes as a picture
 * with a button; several go as one text with a name, a price and a link each, since a message for
 * each of them could be broken off in between.
 */
public final class WhatsappForm implements CardCompiler {
  private static final int BODY = 1024;
  private static final int TEXT = 4096;
  private static final int NAME_IN_LIST = 200;
  private static final int MOST_URL = 2000;

  @Override
  public CompiledMessage compile(ProductCards cards, String locale) {
    List<Cut> cuts = new ArrayList<>();
    String said = cards.text() == null || cards.text().isBlank() ? "" : cards.text() + "\n\n";
    ProductCard first = cards.cards().getFirst();
    String body = said + first.title() + "\n" + PriceText.of(first.price());
    boolean one = cards.cards().size() == 1 && body.length() <= BODY;
    if (one) {
      return plain(button(first, body, CardLabels.viewProduct(locale), cuts), cuts);
    }
    List<String> messages = new ArrayList<>();
    String list = list(cards.cards(), cuts);
    if (said.length() + list.length() > TEXT) {
      messages.add(text(said.strip()));
      messages.add(text(list));
    } else {
      messages.add(text(said + list));
    }
    return new CompiledMessage(messages, cuts);
  }

  private static String button(ProductCard card, String body, String label, List<Cut> cuts) {
    String picture = card.imageUrl();
    String shown = picture != null && isTaken(picture) ? picture : null;
    if (picture != null && shown == null) {
      cuts.add(new Cut(card.productId(), "imageUrl", picture, null, null));
    }
    return JsonWriter.text(
        w ->
            w.field("type", "interactive")
                .object(
                    "interactive",
                    i -> {
                      i.field("type", "cta_url");
                      if (shown != null) {
                        i.object("header", header -> image(header, shown));
                      }
                      i.object("body", text -> text.field("text", body))
                          .object("action", action -> open(action, card, label));
                    }));
  }

  private static void image(JsonWriter w, String url) {
    w.field("type", "image").object("image", image -> image.field("link", url));
  }

  private static void open(JsonWriter w, ProductCard card, String label) {
    w.field("name", "cta_url")
        .object("parameters", p -> p.field("display_text", label).field("url", card.url()));
  }

  private static String list(List<ProductCard> cards, List<Cut> cuts) {
    List<String> lines = new ArrayList<>();
    for (ProductCard card : cards) {
      String name = Graphemes.cut(card.title(), NAME_IN_LIST);
      if (!name.equals(card.title())) {
        cuts.add(new Cut(card.productId(), "title", card.title(), name, NAME_IN_LIST));
      }
      String picture = card.imageUrl();
      if (picture != null) {
        cuts.add(new Cut(card.productId(), "imageUrl", picture, null, null));
      }
      lines.add(name + " " + PriceText.of(card.price()) + "\n" + card.url());
    }
    return String.join("\n\n", lines);
  }

  private static boolean isTaken(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8) && url.length() <= MOST_URL;
  }

  /** Returns the message, or empty when there is no form for such a content. */
  public Optional<CompiledMessage> compile(MessageContent content, String locale) {
    return switch (content) {
      case Text text -> Optional.of(plain(text(text.text()), List.of()));
      case Media media ->
          Optional.ofNullable(media.url()).map(url -> plain(media(media, url), List.of()));
      case Template template -> Optional.of(plain(template(template), List.of()));
      case ProductCards cards -> Optional.of(compile(cards, locale));
      default -> Optional.empty();
    };
  }

  private static CompiledMessage plain(String message, List<Cut> cuts) {
    return new CompiledMessage(List.of(message), cuts);
  }

  private static String text(String text) {
    return JsonWriter.text(
        w ->
            w.field("type", "text")
                .object("text", t -> t.field("preview_url", true).field("body", text)));
  }

  private static String media(Media media, String url) {
    String type = type(media.kind());
    return JsonWriter.text(w -> w.field("type", type).object(type, m -> m.field("link", url)));
  }

  private static String type(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "image";
      case VIDEO -> "video";
      case AUDIO -> "audio";
      case FILE -> "document";
    };
  }

  private static String template(Template template) {
    return JsonWriter.text(
        w -> w.field("type", "template").object("template", t -> template(t, template)));
  }

  private static void template(JsonWriter w, Template template) {
    w.field("name", template.name())
        .object("language", language -> language.field("code", template.language()));
    if (!template.parameters().isEmpty()) {
      w.objects(
          "components",
          List.of(template),
          (component, one) ->
              component
                  .field("type", "body")
                  .objects(
                      "parameters",
                      one.parameters(),
                      (p, value) -> p.field("type", "text").field("text", value)));
    }
  }
}
