package dev.parley.sandbox.line.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.web.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What LINE checks in the container of a flex message. */
final class FlexRules {
  static final int MAX_BUBBLE_BYTES = 30 * 1024;
  static final int MAX_CAROUSEL_BYTES = 50 * 1024;
  private static final int MAX_BUBBLES = 12;
  private static final List<String> SIZES =
      List.of("nano", "micro", "deca", "hecto", "kilo", "mega", "giga");
  private static final List<String> BLOCKS = List.of("header", "hero", "body", "footer");
  private static final Set<String> BUBBLE_FIELDS =
      Set.of("type", "size", "direction", "header", "hero", "body", "footer", "styles", "action");

  private FlexRules() {}

  static List<Problem> check(JsonNode container) {
    List<Problem> problems = new ArrayList<>();
    Checked root = new Checked(container, Place.flex(), problems);
    switch (root.string("type")) {
      case "bubble" -> bubble(root);
      case "carousel" -> carousel(root);
      default -> root.problem("type", "Must be one of the following values: [bubble, carousel]");
    }
    return problems;
  }

  private static void carousel(Checked carousel) {
    FlexComponents.onlyFields(carousel, Set.of("type", "contents"));
    tooLarge(carousel, MAX_CAROUSEL_BYTES);
    Set<String> sizes = new LinkedHashSet<>();
    for (Checked bubble : carousel.items("contents", 1, MAX_BUBBLES)) {
      sizes.add(bubble.has("size") ? bubble.string("size") : "mega");
      if (!bubble.string("type").equals("bubble")) {
        bubble.problem("type", "Must be one of the following values: [bubble]");
      }
      bubble(bubble);
    }
    if (sizes.size() > 1) {
      carousel.problem("contents", "bubbles of different size: " + String.join(", ", sizes));
    }
  }

  private static void bubble(Checked bubble) {
    FlexComponents.onlyFields(bubble, BUBBLE_FIELDS);
    tooLarge(bubble, MAX_BUBBLE_BYTES);
    bubble.oneOf("size", SIZES);
    bubble.oneOf("direction", List.of("ltr", "rtl"));
    if (BLOCKS.stream().noneMatch(bubble::has)) {
      bubble.problem("At least one block must be specified");
    }
    for (String block : BLOCKS) {
      if (bubble.has(block)) {
        block(bubble.object(block), block);
      }
    }
    if (bubble.has("styles")) {
      styles(bubble.object("styles"));
    }
    if (bubble.has("action")) {
      ActionRules.FLEX_OTHER.check(bubble.object("action"));
    }
  }

  private static void block(Checked block, String name) {
    Set<String> allowed = name.equals("hero") ? Set.of("box", "image", "video") : Set.of("box");
    FlexComponents.check(block, allowed);
  }

  private static void styles(Checked styles) {
    FlexComponents.onlyFields(styles, Set.copyOf(BLOCKS));
    for (String block : BLOCKS) {
      if (styles.has(block)) {
        Checked style = styles.object(block);
        FlexComponents.onlyFields(style, Set.of("backgroundColor", "separator", "separatorColor"));
        style.matches("backgroundColor", FlexComponents.COLOUR);
        style.matches("separatorColor", FlexComponents.COLOUR);
        style.bool("separator");
      }
    }
  }

  private static void tooLarge(Checked container, int max) {
    if (Json.bytes(container.node()).length > max) {
      container.problem("The size of the JSON data must be at most " + max / 1024 + " KB");
    }
  }
}
