package dev.parley.sandbox.whatsapp.message;

import dev.parley.sandbox.meta.message.Param;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What WhatsApp checks in an interactive message. */
final class InteractiveRules {
  private static final int MAX_ROWS = 10;
  private static final int MAX_PRODUCTS = 30;
  private static final List<String> TYPES =
      List.of(
          "button",
          "list",
          "cta_url",
          "product",
          "product_list",
          "catalog_message",
          "carousel",
          "location_request_message");
  private static final List<String> ANY_HEADER = List.of("text", "image", "video", "document");

  private final Catalog catalog;
  private final CarouselRules carousel;

  InteractiveRules(Catalog catalog) {
    this.catalog = catalog;
    this.carousel = new CarouselRules(catalog);
  }

  void check(Param interactive) {
    interactive.only("type", "header", "body", "footer", "action");
    String type = interactive.choice("type", TYPES);
    Param action = interactive.object("action");
    interactive.optionalObject("footer").ifPresent(footer -> footer.text("text", 60));
    body(interactive, type);
    header(interactive, type);
    switch (type) {
      case "button" -> buttons(action);
      case "list" -> list(action);
      case "cta_url" -> ctaUrl(action);
      case "product" -> product(action);
      case "product_list" -> productList(action);
      case "catalog_message" -> catalogMessage(action);
      case "carousel" -> carousel.check(interactive, action);
      default -> action.choice("name", List.of("send_location"));
    }
  }

  private static void body(Param interactive, String type) {
    int max = type.equals("list") ? 4096 : 1024;
    if (type.equals("product")) {
      interactive.optionalObject("body").ifPresent(body -> body.text("text", max));
    } else {
      interactive.object("body").text("text", max);
    }
  }

  private static void header(Param interactive, String type) {
    List<String> kinds =
        switch (type) {
          case "button", "cta_url" -> ANY_HEADER;
          case "list", "product_list" -> List.of("text");
          default -> List.of();
        };
    if (type.equals("product_list")) {
      interactive.required("header");
    }
    if (!interactive.has("header")) {
      return;
    }
    if (kinds.isEmpty()) {
      throw interactive.wrong("header", "is not allowed for " + type);
    }
    header(interactive.object("header"), kinds);
  }

  static void header(Param header, List<String> kinds) {
    String kind = header.choice("type", kinds);
    if (kind.equals("text")) {
      header.text("text", 60);
    } else {
      MessageRules.media(kind, header.object(kind));
    }
  }

  private static void buttons(Param action) {
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (Param button : action.items("buttons", 1, 3)) {
      button.choice("type", List.of("reply"));
      Param reply = button.object("reply");
      if (!ids.add(reply.text("id", 256))) {
        throw reply.wrong("id", "must be unique");
      }
      if (!titles.add(reply.text("title", 20))) {
        throw reply.wrong("title", "must be unique");
      }
    }
  }

  private static void list(Param action) {
    action.text("button", 20);
    List<Param> sections = action.items("sections", 1, 10);
    Set<String> ids = new HashSet<>();
    for (Param section : sections) {
      title(section, sections.size());
      for (Param row : section.items("rows", 1, MAX_ROWS)) {
        row.text("title", 24);
        row.optionalText("description", 72);
        if (!ids.add(row.text("id", 200))) {
          throw row.wrong("id", "must be unique");
        }
      }
    }
    if (ids.size() > MAX_ROWS) {
      throw action.wrong("sections", "must have at most " + MAX_ROWS + " rows in all");
    }
  }

  /** A section needs a title where there are several. */
  private static void title(Param section, int sections) {
    if (sections > 1) {
      section.text("title", 24);
    } else {
      section.optionalText("title", 24);
    }
  }

  static void ctaUrl(Param action) {
    action.choice("name", List.of("cta_url"));
    Param parameters = action.object("parameters");
    parameters.only("display_text", "url");
    parameters.text("display_text", 20);
    parameters.url("url");
  }

  private void product(Param action) {
    action.only("catalog_id", "product_retailer_id");
    catalog.check(action);
    action.text("product_retailer_id");
  }

  private void productList(Param action) {
    action.only("catalog_id", "sections");
    catalog.check(action);
    List<Param> sections = action.items("sections", 1, 10);
    int products = 0;
    for (Param section : sections) {
      title(section, sections.size());
      List<Param> items = section.items("product_items", 1, MAX_PRODUCTS);
      items.forEach(item -> item.text("product_retailer_id"));
      products += items.size();
    }
    if (products > MAX_PRODUCTS) {
      throw action.wrong("sections", "must have at most " + MAX_PRODUCTS + " products in all");
    }
  }

  private void catalogMessage(Param action) {
    action.choice("name", List.of("catalog_message"));
    catalog.mustBeThere(action, "name");
    action
        .optionalObject("parameters")
        .ifPresent(parameters -> parameters.text("thumbnail_product_retailer_id"));
  }
}
