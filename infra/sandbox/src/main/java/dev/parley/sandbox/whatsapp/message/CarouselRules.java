package dev.parley.sandbox.whatsapp.message;

import dev.parley.sandbox.meta.message.Param;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What WhatsApp checks in a carousel: two to ten cards that are all made alike. */
final class CarouselRules {
  private static final List<String> MEDIA = List.of("image", "video");

  private final Catalog catalog;

  CarouselRules(Catalog catalog) {
    this.catalog = catalog;
  }

  void check(Param interactive, Param action) {
    if (interactive.has("footer")) {
      throw interactive.wrong("footer", "is not allowed for carousel");
    }
    Set<Integer> indexes = new HashSet<>();
    Set<String> makes = new HashSet<>();
    List<Param> cards = action.items("cards", 2, 10);
    for (Param card : cards) {
      card.number("card_index", 0, cards.size() - 1.0);
      if (!indexes.add(card.node().get("card_index").asInt())) {
        throw card.wrong("card_index", "must be unique");
      }
      makes.add(make(card));
      if (makes.size() > 1) {
        throw card.wrong("type", "must be like that of the other cards, header and buttons too");
      }
    }
  }

  /** Checks a card; what all cards must have in common. */
  private String make(Param card) {
    String type = card.choice("type", List.of("cta_url", "product"));
    Param action = card.object("action");
    if (type.equals("product")) {
      card.only("card_index", "type", "action");
      catalog.check(action);
      action.text("product_retailer_id");
      return type;
    }
    card.only("card_index", "type", "header", "body", "action");
    Param header = card.object("header");
    InteractiveRules.header(header, MEDIA);
    card.optionalObject("body").ifPresent(CarouselRules::text);
    return header.string("type") + " " + buttons(action);
  }

  private static void text(Param body) {
    if (body.text("text", 160).chars().filter(c -> c == '\n').count() > 2) {
      throw body.wrong("text", "must have at most 2 line breaks");
    }
  }

  private static String buttons(Param action) {
    if (!action.has("buttons")) {
      InteractiveRules.ctaUrl(action);
      return "url";
    }
    List<Param> buttons = action.items("buttons", 1, 2);
    for (Param button : buttons) {
      button.choice("type", List.of("quick_reply"));
      Param reply = button.object("quick_reply");
      reply.text("id", 256);
      reply.text("title", 20);
    }
    return buttons.size() + " replies";
  }
}
