package dev.parley.platforms.meta;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.text.CardLabels;
import dev.parley.platforms.text.Graphemes;
import dev.parley.platforms.text.PriceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Product cards as the generic template of Messenger and Instagram: an element a product, with
 * picture, title, price and a button; a tap anywhere on it opens the product.
 */
public final class GenericTemplate {
  private static final int TITLE = 80;
  private static final int MOST_URL = 2000;

  private final List<ProductCard> cards;
  private final String label;
  private final List<Cut> cuts = new ArrayList<>();

  public GenericTemplate(List<ProductCard> cards, String locale) {
    this.cards = cards;
    this.label = CardLabels.viewProduct(locale);
    for (ProductCard card : cards) {
      String title = Graphemes.cut(card.title(), TITLE);
      if (!title.equals(card.title())) {
        cuts.add(new Cut(card.productId(), "title", card.title(), title, TITLE));
      }
      String picture = card.imageUrl();
      if (picture != null && !isTaken(picture)) {
        cuts.add(new Cut(card.productId(), "imageUrl", picture, null, null));
      }
    }
  }

  private static boolean isTaken(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8) && url.length() <= MOST_URL;
  }

  public List<Cut> cuts() {
    return cuts;
  }

  /** Returns the message: an object with the template as its attachment. */
  public String json() {
    return JsonWriter.text(
        w ->
            w.object(
                "attachment",
                attachment ->
                    attachment.field("type", "template").object("payload", this::payload)));
  }

  private void payload(JsonWriter w) {
    w.field("template_type", "generic")
        .field("image_aspect_ratio", "square")
        .objects("elements", cards, this::element);
  }

  private void element(JsonWriter w, ProductCard card) {
    String picture = card.imageUrl();
    w.field("title", Graphemes.cut(card.title(), TITLE))
        .field("subtitle", PriceText.of(card.price()));
    if (picture != null && isTaken(picture)) {
      w.field("image_url", picture);
    }
    w.object("default_action", action -> link(action, card))
        .objects(
            "buttons", List.of(card), (button, one) -> link(button, one).field("title", label));
  }

  private static JsonWriter link(JsonWriter w, ProductCard card) {
    return w.field("type", "web_url").field("url", card.url());
  }
}
