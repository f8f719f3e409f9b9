package dev.parley.platforms.line;

import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.outbound.Cut;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.text.CardLabels;
import dev.parley.platforms.text.Graphemes;
import dev.parley.platforms.text.PriceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Product cards as LINE's carousel: a column a product, with picture, title, price and a button.
 * All columns must have a picture or none; so when one product has none that LINE takes (HTTPS),
 * none has.
 */
final class LineCarousel {
  private static final int TITLE = 40;
  private static final int TEXT = 60;
  private static final int ALT_TEXT = 1500;
  private static final int MOST_IMAGE_URL = 2000;

  private final List<ProductCard> cards;
  private final List<String> titles = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final boolean pictures;
  private final String label;

  LineCarousel(List<ProductCard> cards, String locale) {
    this.cards = cards;
    this.pictures = cards.stream().allMatch(LineCarousel::hasPicture);
    this.label = CardLabels.viewProduct(locale);
    for (ProductCard card : cards) {
      String title = Graphemes.cut(card.title(), TITLE);
      titles.add(title);
      if (!title.equals(card.title())) {
        cuts.add(new Cut(card.productId(), "title", card.title(), title, TITLE));
      }
      String picture = card.imageUrl();
      if (picture != null && !pictures) {
        cuts.add(new Cut(card.productId(), "imageUrl", picture, null, null));
      }
    }
  }

  private static boolean hasPicture(ProductCard card) {
    String url = card.imageUrl();
    return url != null && LineMessages.isSecure(url) && url.length() <= MOST_IMAGE_URL;
  }

  List<Cut> cuts() {
    return cuts;
  }

  String json() {
    return JsonWriter.text(
        w ->
            w.field("type", "template")
                .field("altText", altText())
                .object("template", this::template));
  }

  /** What a notification shows in place of the cards. */
  private String altText() {
    return Graphemes.cutUnits(titles.stream().collect(Collectors.joining(" · ")), ALT_TEXT);
  }

  private void template(JsonWriter w) {
    w.field("type", "carousel");
    if (pictures) {
      w.field("imageAspectRatio", "square").field("imageSize", "contain");
    }
    List<Integer> positions = java.util.stream.IntStream.range(0, cards.size()).boxed().toList();
    w.objects("columns", positions, this::column);
  }

  private void column(JsonWriter w, int position) {
    ProductCard card = cards.get(position);
    if (pictures) {
      w.field("thumbnailImageUrl", card.imageUrl());
    }
    w.field("title", titles.get(position))
        .field("text", Graphemes.cut(PriceText.of(card.price()), TEXT))
        .objects("actions", List.of(card), (action, one) -> action(action, one));
  }

  private void action(JsonWriter w, ProductCard card) {
    w.field("type", "uri").field("label", label).field("uri", card.url());
  }
}
