package dev.parley.sandbox.line.message;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What LINE checks in each component of a flex message: a table of fields for each type. */
final class FlexComponents {
  static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?");
  private static final String PX = "-?\\d+(\\.\\d+)?px";
  private static final String PERCENT = "-?\\d+(\\.\\d+)?%";
  private static final String SPACES = "none|xs|sm|md|lg|xl|xxl|" + PX;
  private static final String FONTS = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|" + PX;
  private static final Pattern RATIO = Pattern.compile("(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)");

  /** Looks at one field of a component; not called when the component hasn't got it. */
  private interface Rule extends BiConsumer<Checked, String> {}

  private static final Rule SPACE = matching(SPACES);
  private static final Rule PADDING = matching(SPACES + "|" + PERCENT);
  private static final Rule LENGTH = matching(PX + "|" + PERCENT);
  private static final Rule FONT = matching(FONTS);
  private static final Rule BOOL = Checked::bool;
  private static final Rule URL = Checked::optionalHttpsUrl;
  private static final Rule ALIGN = oneOf("start", "end", "center");
  private static final Rule GRAVITY = oneOf("top", "bottom", "center");
  private static final Rule SHRINK = oneOf("shrink-to-fit");
  private static final Rule WEIGHT = oneOf("regular", "bold");
  private static final Rule STYLE = oneOf("normal", "italic");
  private static final Rule DECORATION = oneOf("none", "underline", "line-through");

  private static final Map<String, Rule> PLACED =
      Map.of(
          "type", FlexComponents::nothing,
          "flex", FlexComponents::whole,
          "margin", SPACE,
          "position", oneOf("relative", "absolute"),
          "offsetTop", PADDING,
          "offsetBottom", PADDING,
          "offsetStart", PADDING,
          "offsetEnd", PADDING);

  private static final Map<String, Map<String, Rule>> FIELDS =
      Map.of(
          "box", with(PLACED, box()),
          "button", with(PLACED, button()),
          "image", with(PLACED, image()),
          "icon", with(PLACED, icon()),
          "text", with(PLACED, text()),
          "video", video(),
          "span", span(),
          "separator",
              Map.of(
                  "type",
                  FlexComponents::nothing,
                  "margin",
                  SPACE,
                  "color",
                  FlexComponents::colour),
          "filler", Map.of("type", FlexComponents::nothing, "flex", FlexComponents::whole));

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "box", List.of("layout", "contents"),
          "button", List.of("action"),
          "image", List.of("url"),
          "icon", List.of("url"),
          "video", List.of("url", "previewUrl", "altContent"));

  private FlexComponents() {}

  static void check(Checked component, Set<String> allowed) {
    String type = component.string("type");
    Map<String, Rule> fields = FIELDS.get(type);
    if (fields == null || !allowed.contains(type)) {
      component.problem("type", "Must be one of the following values: " + new TreeSet<>(allowed));
      return;
    }
    onlyFields(component, fields.keySet());
    REQUIRED.getOrDefault(type, List.of()).forEach(component::required);
    for (Map.Entry<String, Rule> field : fields.entrySet()) {
      if (component.has(field.getKey())) {
        field.getValue().accept(component, field.getKey());
      }
    }
    if (type.equals("text")) {
      spoken(component);
    }
  }

  static void onlyFields(Checked node, Set<String> known) {
    for (Map.Entry<String, JsonNode> field : node.node().properties()) {
      if (!known.contains(field.getKey())) {
        node.problem(field.getKey(), "unknown field");
      }
    }
  }

  private static void spoken(Checked text) {
    if (!text.has("contents") && text.string("text").isEmpty()) {
      text.problem("text", "must be non-empty text");
    }
  }

  private static Map<String, Rule> box() {
    return Map.ofEntries(
        entry("layout", oneOf("horizontal", "vertical", "baseline")),
        entry("contents", FlexComponents::children),
        entry("spacing", SPACE),
        entry("backgroundColor", FlexComponents::colour),
        entry("borderColor", FlexComponents::colour),
        entry("borderWidth", matching("none|light|normal|medium|semi-bold|bold|" + PX)),
        entry("cornerRadius", SPACE),
        entry("width", LENGTH),
        entry("maxWidth", LENGTH),
        entry("height", LENGTH),
        entry("maxHeight", LENGTH),
        entry("paddingAll", PADDING),
        entry("paddingTop", PADDING),
        entry("paddingBottom", PADDING),
        entry("paddingStart", PADDING),
        entry("paddingEnd", PADDING),
        entry("action", FlexComponents::action),
        entry("justifyContent", justify()),
        entry("alignItems", oneOf("center", "flex-start", "flex-end")),
        entry("background", FlexComponents::background));
  }

  private static Map<String, Rule> button() {
    return Map.of(
        "color",
        FlexComponents::colour,
        "style",
        oneOf("primary", "secondary", "link"),
        "action",
        FlexComponents::buttonAction,
        "gravity",
        GRAVITY,
        "height",
        oneOf("md", "sm"),
        "adjustMode",
        SHRINK,
        "scaling",
        BOOL);
  }

  private static Map<String, Rule> image() {
    return Map.of(
        "url",
        URL,
        "align",
        ALIGN,
        "gravity",
        GRAVITY,
        "size",
        matching(FONTS + "|full|" + PERCENT),
        "aspectRatio",
        FlexComponents::ratio,
        "aspectMode",
        oneOf("fit", "cover"),
        "backgroundColor",
        FlexComponents::colour,
        "action",
        FlexComponents::action,
        "animated",
        BOOL);
  }

  private static Map<String, Rule> icon() {
    return Map.of("url", URL, "size", FONT, "aspectRatio", FlexComponents::ratio, "scaling", BOOL);
  }

  private static Map<String, Rule> text() {
    return Map.ofEntries(
        entry("text", FlexComponents::nothing),
        entry("contents", FlexComponents::spans),
        entry("size", FONT),
        entry("align", ALIGN),
        entry("gravity", GRAVITY),
        entry("color", FlexComponents::colour),
        entry("weight", WEIGHT),
        entry("style", STYLE),
        entry("decoration", DECORATION),
        entry("wrap", BOOL),
        entry("lineSpacing", matching(PX)),
        entry("action", FlexComponents::action),
        entry("maxLines", FlexComponents::whole),
        entry("adjustMode", SHRINK),
        entry("scaling", BOOL));
  }

  private static Map<String, Rule> span() {
    return Map.of(
        "type", FlexComponents::nothing,
        "text", FlexComponents::nothing,
        "size", FONT,
        "color", FlexComponents::colour,
        "weight", WEIGHT,
        "style", STYLE,
        "decoration", DECORATION);
  }

  private static Map<String, Rule> video() {
    return Map.of(
        "type",
        FlexComponents::nothing,
        "url",
        URL,
        "previewUrl",
        URL,
        "altContent",
        (video, name) -> check(video.object(name), Set.of("box", "image")),
        "aspectRatio",
        FlexComponents::ratio,
        "action",
        FlexComponents::action);
  }

  private static void children(Checked box, String name) {
    Set<String> allowed =
        box.string("layout").equals("baseline")
            ? Set.of("icon", "text", "filler")
            : Set.of("box", "button", "image", "text", "separator", "filler");
    for (Checked child : box.items(name, 0, Integer.MAX_VALUE)) {
      check(child, allowed);
    }
  }

  private static void spans(Checked text, String name) {
    for (Checked span : text.items(name, 0, Integer.MAX_VALUE)) {
      check(span, Set.of("span"));
    }
  }

  private static void background(Checked box, String name) {
    Checked background = box.object(name);
    background.required("type");
    background.oneOf("type", List.of("linearGradient"));
    onlyFields(
        background,
        Set.of("type", "angle", "startColor", "endColor", "centerColor", "centerPosition"));
    List.of("angle", "startColor", "endColor").forEach(background::required);
    List.of("startColor", "endColor", "centerColor").forEach(c -> background.matches(c, COLOUR));
    background.matches("angle", Pattern.compile("\\d+(\\.\\d+)?deg"));
    background.matches("centerPosition", Pattern.compile("\\d+(\\.\\d+)?%"));
  }

  private static void nothing(Checked component, String name) {}

  private static void colour(Checked component, String name) {
    component.matches(name, COLOUR);
  }

  private static void action(Checked component, String name) {
    ActionRules.FLEX_OTHER.check(component.object(name));
  }

  private static void buttonAction(Checked button, String name) {
    ActionRules.FLEX_BUTTON.check(button.object(name));
  }

  private static void ratio(Checked component, String name) {
    Matcher ratio = RATIO.matcher(component.string(name));
    if (!ratio.matches()) {
      component.problem(name, "invalid property");
      return;
    }
    double width = Double.parseDouble(ratio.group(1));
    double height = Double.parseDouble(ratio.group(2));
    if (width < 1 || width > 100_000 || height < 1 || height > 100_000 || height > 3 * width) {
      component.problem(name, "invalid property");
    }
  }

  private static void whole(Checked component, String name) {
    JsonNode value = component.node().path(name);
    if (!value.isIntegralNumber() || value.asLong() < 0) {
      component.problem(name, "must be a whole number, 0 or more");
    }
  }

  private static Rule justify() {
    return oneOf(
        "center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly");
  }

  private static Rule oneOf(String... values) {
    return (component, name) -> component.oneOf(name, List.of(values));
  }

  private static Rule matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return (component, name) -> component.matches(name, pattern);
  }

  private static Map<String, Rule> with(Map<String, Rule> some, Map<String, Rule> others) {
    Map<String, Rule> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }
}
