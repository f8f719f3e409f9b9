package dev.parley.sandbox.line.message;

import java.util.List;
import java.util.regex.Pattern;

/** What LINE checks in a template. */
final class TemplateRules {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int MAX_COLUMNS = 10;

  private TemplateRules() {}

  static void check(Checked template) {
    template.required("type");
    template.oneOf("type", List.of("buttons", "confirm", "carousel", "image_carousel"));
    switch (template.string("type")) {
      case "buttons" -> buttons(template);
      case "confirm" -> confirm(template);
      case "carousel" -> carousel(template);
      case "image_carousel" -> imageCarousel(template);
      default -> {} // said by oneOf
    }
  }

  private static void buttons(Checked template) {
    imageOptions(template);
    card(template, 160);
    actions(template, 1, 4);
  }

  private static void confirm(Checked template) {
    template.text("text", Length.GRAPHEMES.atMost(240));
    actions(template, 2, 2);
  }

  private static void carousel(Checked template) {
    imageOptions(template);
    List<Checked> columns = template.items("columns", 1, MAX_COLUMNS);
    for (Checked column : columns) {
      card(column, 120);
      actions(column, 1, 3);
      sameAs(columns.getFirst(), column);
    }
  }

  private static void sameAs(Checked first, Checked column) {
    if (first.node().path("actions").size() != column.node().path("actions").size()) {
      column.problem("actions", "The number of actions must be the same in all columns");
    }
    for (String name : List.of("thumbnailImageUrl", "title")) {
      if (first.has(name) != column.has(name)) {
        column.problem(name, "must be specified in all columns or in none");
      }
    }
  }

  private static void imageCarousel(Checked template) {
    for (Checked column : template.items("columns", 1, MAX_COLUMNS)) {
      column.httpsUrl("imageUrl");
      ActionRules.IMAGE_CAROUSEL.check(column.object("action"));
    }
  }

  private static void imageOptions(Checked template) {
    template.oneOf("imageAspectRatio", List.of("rectangle", "square"));
    template.oneOf("imageSize", List.of("cover", "contain"));
  }

  /** What a buttons template and a carousel's column have in common. */
  private static void card(Checked card, int textAlone) {
    boolean adorned = card.has("thumbnailImageUrl") || card.has("title");
    card.optionalHttpsUrl("thumbnailImageUrl");
    card.matches("imageBackgroundColor", COLOUR);
    card.optionalText("title", Length.GRAPHEMES.atMost(40));
    card.text("text", Length.GRAPHEMES.atMost(adorned ? 60 : textAlone));
    if (card.has("defaultAction")) {
      ActionRules.FLEX_OTHER.check(card.object("defaultAction"));
    }
  }

  private static void actions(Checked card, int min, int max) {
    for (Checked action : card.items("actions", min, max)) {
      ActionRules.TEMPLATE.check(action);
    }
  }
}
